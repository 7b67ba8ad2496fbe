/** The commands about dead letters. */
package dev.sealpost.cli.deadletters;
