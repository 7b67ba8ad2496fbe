package dev.sealpost.delivery;

import dev.sealpost.message.Uuid7;

/** Names this process in claims and in the audit. Random, so that a host's name does not get into the log. */
final class HubName {

    private HubName() {}

    static String next() {
        return "hub-" + Uuid7.next();
    }
}
