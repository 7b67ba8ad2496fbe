package dev.sealpost.whatsapp.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.delivery.DeliveryOutcome.Refusal;
import dev.sealpost.delivery.DeliveryOutcome.Rejected;
import dev.sealpost.delivery.StatusUpdate;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.MessageState;
import dev.sealpost.message.Reason;
import dev.sealpost.whatsapp.cloudapi.CloudApiErrors;
import dev.sealpost.whatsapp.notice.JsonText;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads one element of {@code statuses} (<a
 * href="https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/reference/messages/status">reference</a>). A status that
 * names no message, or none of the states that matter, is not an error.
 */
final class StatusReader {

    private static final Pattern CHANNEL_ID = Pattern.compile("[!-~]{1,512}");
    private static final Pattern CATEGORY = Pattern.compile("[a-z_]{1,32}");
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Map<String, MessageState> STATES = Map.of(
            "sent", MessageState.SENT,
            "delivered", MessageState.DELIVERED,
            "read", MessageState.READ,
            "played", MessageState.READ,
            "failed", MessageState.FAILED);

    private StatusReader() {}

    /** @param receivedAt stands in for a timestamp that is missing or absurd */
    static Optional<StatusUpdate> read(JsonNode status, Instant receivedAt) {
        MessageState state = STATES.get(status.path("status").asText());
        String channelId = status.path("id").asText();
        boolean ofAMessage = !status.path("type").asText().equals("call");
        if (state == null || !ofAMessage || !CHANNEL_ID.matcher(channelId).matches()) {
            return Optional.empty();
        }
        Refusal refusal = state == MessageState.FAILED ? refusal(status) : null;
        Instant at = JsonText.at(status.path("timestamp"), receivedAt);
        return Optional.of(new StatusUpdate(message(status), channelId, state, at, refusal, price(status)));
    }

    /** The hub's own id comes back as it was sent; anything else is somebody else's. */
    private static MessageId message(JsonNode status) {
        String echoed = status.path("biz_opaque_callback_data").asText();
        return UUID.matcher(echoed).matches() ? MessageId.of(echoed) : null;
    }

    /** Meta's category, and whether it is billed. */
    private static String price(JsonNode status) {
        JsonNode pricing = status.path("pricing");
        String category = pricing.path("category").asText();
        if (!pricing.isObject()) {
            return null;
        }
        return (CATEGORY.matcher(category).matches() ? category : "other")
                + (pricing.path("billable").asBoolean(true) ? " billable" : " free");
    }

    private static Refusal refusal(JsonNode status) {
        return CloudApiErrors.refusal(status.path("errors").path(0), null)
                .orElseGet(() -> Rejected.byChannel(Reason.of("unknown-error", "failed without a code")));
    }
}
