package dev.sealpost.dryrun;

import dev.sealpost.whatsapp.request.RequestPreview;

/**
 * How a sample's way ended.
 *
 * @param reason null if it would be sent or recorded
 */
record Ending(String outcome, String reason) {

    /** @param preview null if nothing would be queued */
    static Ending of(DryOutbox outbox, RequestPreview preview, Exception failure) {
        if (preview != null) {
            return preview.refusal() == null
                    ? new Ending("queued", null)
                    : new Ending("refused", preview.refusal().toString());
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
