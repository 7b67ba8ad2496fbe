package dev.sealpost.dryrun;

/**
 * How a sample's way ended.
 *
 * @param reason null if it would be sent or recorded
 */
record Ending(String outcome, String reason) {

    static Ending of(DryOutbox outbox, Exception failure) {
        if (outbox.queued() != null) {
            return new Ending("queued", null);
        }
        if (outbox.recorded()) {
            return new Ending("recorded", null);
        }
        if (outbox.refused() != null) {
            return new Ending(
                    outbox.setAside() ? "set-aside" : "refused",
                    outbox.refused().toString());
        }
        return failure == null
                ? new Ending("refused", "no-outcome: the flow ended without deliver")
                : new Ending("failed", failure.getClass().getName() + ": " + failure.getMessage());
    }
}
