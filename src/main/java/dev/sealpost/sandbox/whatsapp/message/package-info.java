/** Checks the messages a business posts as Meta does: every type, its required fields and their limits. */
package dev.sealpost.sandbox.whatsapp.message;
