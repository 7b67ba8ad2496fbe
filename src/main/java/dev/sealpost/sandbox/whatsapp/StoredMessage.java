package dev.sealpost.sandbox.whatsapp;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a status webhook needs of a received message. */
record StoredMessage(
        String id,
        String to,
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

    List<Status> statuses() {
        return statuses(failsWith);
    }

    @Override
    public String toString() {
        return "StoredMessage[phoneNumberId=%s]".formatted(phoneNumberId);
    }
}
