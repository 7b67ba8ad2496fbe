/** The commands about API keys. */
package dev.sealpost.cli.access;
