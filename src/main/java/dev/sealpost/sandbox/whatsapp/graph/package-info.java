/** Meta's Graph API as far as WhatsApp goes: finds out who calls, which object is meant, and answers in Meta's shapes. */
package dev.sealpost.sandbox.whatsapp.graph;
