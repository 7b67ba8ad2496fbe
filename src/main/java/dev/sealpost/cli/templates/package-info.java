/** The commands about templates. */
package dev.sealpost.cli.templates;
