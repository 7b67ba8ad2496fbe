/** Commands about pauses. */
package dev.sealpost.cli.pauses;
