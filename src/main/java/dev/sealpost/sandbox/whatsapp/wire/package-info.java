/** What goes over the wire of the sandbox's Cloud API: Meta's ids, errors and signatures, JSON as Meta reads it, and answers. */
package dev.sealpost.sandbox.whatsapp.wire;
