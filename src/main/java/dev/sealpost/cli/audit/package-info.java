/** The commands about the audit log that need a hub. */
package dev.sealpost.cli.audit;
