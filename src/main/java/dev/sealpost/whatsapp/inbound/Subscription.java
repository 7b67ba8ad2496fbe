package dev.sealpost.whatsapp.inbound;

import java.util.Set;

/**
 * What a flow wants of what people write.
 *
 * @param kinds empty: all
 * @param senders names of the numbers they write to; empty: all
 * @param markRead whether the person is shown that it was read, once the flow has taken it
 */
record Subscription(Set<String> kinds, Set<String> senders, boolean markRead) {

    static final Set<String> KINDS = Set.of(
            "text",
            "button",
            "list",
            "form",
            "image",
            "audio",
            "video",
            "document",
            "sticker",
            "location",
            "contacts",
            "order",
            "reaction",
            "edited",
            "deleted",
            "number-changed",
            "identity-changed",
            "welcome",
            "call-permission",
            "unsupported",
            "other");

    boolean wants(String kind, String sender) {
        return (kinds.isEmpty() || kinds.contains(kind))
                && (senders.isEmpty() || sender != null && senders.contains(sender));
    }
}
