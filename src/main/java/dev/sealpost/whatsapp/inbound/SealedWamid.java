package dev.sealpost.whatsapp.inbound;

import dev.sealpost.message.SubjectRef;

/** Meta's id of a message, and under whose key it is sealed. */
record SealedWamid(SubjectRef subject, byte[] content) {

    @Override
    public String toString() {
        return "SealedWamid[" + subject + "]";
    }
}
