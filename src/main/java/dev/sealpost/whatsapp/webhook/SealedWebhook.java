package dev.sealpost.whatsapp.webhook;

/** A webhook's body, sealed and bound to its keyed digest. */
record SealedWebhook(byte[] content, byte[] digest) {

    @Override
    public String toString() {
        return "SealedWebhook[" + content.length + " bytes]";
    }
}
