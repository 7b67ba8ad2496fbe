package dev.sealpost.sandbox.whatsapp;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a status webhook needs of a received message.
 *
 * @param waId empty if the message named a user id only
 */
record StoredMessage(
        String id,
        Optional<String> waId,
        Optional<String> userId,
        String phoneNumberId,
        String category,
        Instant receivedAt,
        Optional<String> callback,
        Optional<Integer> failsWith) {
    private static final List<Status> READ = List.of(Status.SENT, Status.DELIVERED, Status.READ);
    private static final List<Status> FAILED = List.of(Status.SENT, Status.FAILED);

    static List<Status> statuses(Optional<Integer> failsWith) {
        return failsWith.isPresent() ? FAILED : READ;
    }

    /** Names the recipient: the WhatsApp id, or the user id. */
    String person() {
        return waId.or(() -> userId).orElse("");
    }

    List<Status> statuses() {
        return statuses(failsWith);
    }

    @Override
    public String toString() {
        return "StoredMessage[phoneNumberId=%s]".formatted(phoneNumberId);
    }
}
