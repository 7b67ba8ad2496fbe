package dev.sealpost.whatsapp;

import dev.sealpost.delivery.Destination;
import java.util.Set;

/**
 * A WhatsApp number of the business, as {@code config/senders.yml} names it. Prints no token and no PIN.
 *
 * @param phoneNumberId Meta's id of the number, digits; not the number itself
 * @param account the id of its WhatsApp business account, or null: its templates cannot be compared with Meta's then
 * @param portfolio whose limit of people a day it shares: its account, or itself, unless the file says otherwise
 * @param purposes it serves; empty: all
 * @param countries of the people it serves (ISO 3166-1 alpha-2); empty: all
 * @param throughput messages a second Meta allows it, or {@link #UNLIMITED}
 * @param tier people it may begin a conversation with in a moving 24 hours, or {@link #UNLIMITED}
 * @param storageRegion where Meta has to keep its messages at rest, as Meta names it, or null
 * @param pin for two-step verification, or null
 */
public record Sender(
        String name,
        String phoneNumberId,
        String token,
        String account,
        String portfolio,
        Set<String> purposes,
        Set<String> countries,
        int throughput,
        int tier,
        String storageRegion,
        String pin) {

    public static final int UNLIMITED = Integer.MAX_VALUE;

    boolean serves(Destination destination) {
        return (purposes.isEmpty() || purposes.contains(destination.purpose()))
                && (countries.isEmpty() || destination.country() != null && countries.contains(destination.country()));
    }

    @Override
    public String toString() {
        return "Sender[" + name + "]";
    }
}
