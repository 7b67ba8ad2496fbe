package dev.sealpost.whatsapp;

import java.util.Set;

/** Senders that serve everybody. */
final class TestSenders {

    static final String ACCOUNT = "200000000000001";

    private TestSenders() {}

    static Sender sender(String name, String phoneNumberId, String token) {
        return new Sender(
                name,
                phoneNumberId,
                token,
                ACCOUNT,
                ACCOUNT,
                Set.of(),
                Set.of(),
                SenderFormat.DEFAULT_THROUGHPUT,
                Sender.UNLIMITED,
                null,
                null);
    }

    static Sender serving(String name, String phoneNumberId, Set<String> purposes, Set<String> countries) {
        return new Sender(
                name,
                phoneNumberId,
                "t",
                ACCOUNT,
                ACCOUNT,
                purposes,
                countries,
                SenderFormat.DEFAULT_THROUGHPUT,
                Sender.UNLIMITED,
                null,
                null);
    }
}
