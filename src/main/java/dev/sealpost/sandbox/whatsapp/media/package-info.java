/** Media of the sandbox's accounts: uploaded by the business or sent by people, kept until they expire, at most so many. */
package dev.sealpost.sandbox.whatsapp.media;
