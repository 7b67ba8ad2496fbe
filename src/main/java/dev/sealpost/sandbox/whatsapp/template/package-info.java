/** The message templates of the sandbox's accounts: kept, checked against what a message fills in, and rendered. */
package dev.sealpost.sandbox.whatsapp.template;
