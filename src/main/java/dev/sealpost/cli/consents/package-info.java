/**
 * The commands about consent. Phone numbers are personal data: they are read from files and prompts, and never printed back.
 */
package dev.sealpost.cli.consents;
