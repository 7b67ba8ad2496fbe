/** The commands about senders. */
package dev.sealpost.cli.senders;
