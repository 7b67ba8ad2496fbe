package dev.sealpost.whatsapp;

/**
 * A WhatsApp number of the business, as {@code config/senders.yml} names it. Prints no token.
 *
 * @param phoneNumberId Meta's id of the number, digits; not the number itself
 */
record Sender(String name, String phoneNumberId, String token) {

    @Override
    public String toString() {
        return "Sender[" + name + "]";
    }
}
