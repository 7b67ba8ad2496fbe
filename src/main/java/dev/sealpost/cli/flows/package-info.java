/** The commands of those who write flows. They work on files, without a hub. */
package dev.sealpost.cli.flows;
