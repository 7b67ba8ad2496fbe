package dev.sealpost.whatsapp.cloudapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.delivery.DeliveryOutcome;
import dev.sealpost.delivery.DeliveryOutcome.Accepted;
import dev.sealpost.delivery.DeliveryOutcome.Refusal;
import dev.sealpost.delivery.DeliveryOutcome.RetryLater;
import dev.sealpost.delivery.DeliveryOutcome.Uncertain;
import dev.sealpost.delivery.Scope;
import dev.sealpost.http.RetryAfter;
import dev.sealpost.message.Reason;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says what an answer means. An error code decides by the table; an id proves that it was accepted; anything else is judged by what
 * its status proves:
 *
 * <ul>
 *   <li>3xx and 4xx say that the request was not carried out (RFC 9110, sections 15.4 and 15.5). Without Meta's envelope they come
 *       from something in between, or from a wrong address: nothing is failed for that, the channel is down. A redirect is never
 *       followed: the token is for the Cloud API only.
 *   <li>200 without an id and 5xx without an envelope prove nothing: a gateway says 502 or 503 also after the request went through.
 * </ul>
 */
final class AnswerReader {

    private static final Pattern CHANNEL_ID = Pattern.compile("[!-~]{1,512}");

    private final RetryAfter retryAfter;

    AnswerReader(Clock clock) {
        retryAfter = new RetryAfter(clock);
    }

    DeliveryOutcome read(Answer answer) {
        Duration asked = answer.retryAfter().map(retryAfter::read).orElse(null);
        Optional<JsonNode> json = answer.body().flatMap(Envelope::parse);
        Optional<Refusal> refusal = json.flatMap(body -> CloudApiErrors.refusal(body.path("error"), asked));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        return isSuccess(answer)
                ? json.flatMap(AnswerReader::channelId)
                        .<DeliveryOutcome>map(id -> new Accepted(id, Reached.in(json.get())))
                        .orElseGet(() -> noProof(answer))
                : withoutEnvelope(answer, asked);
    }

    private static DeliveryOutcome withoutEnvelope(Answer answer, Duration asked) {
        return switch (answer.status() / 100) {
            case 3 -> new RetryLater(Reason.of("redirected", "HTTP " + answer.status()), asked, Scope.SENDER);
            case 4 -> new RetryLater(Reason.of("refused-in-between", "HTTP " + answer.status()), asked, Scope.SENDER);
            default -> noProof(answer);
        };
    }

    private static DeliveryOutcome noProof(Answer answer) {
        String what = answer.body().isEmpty() ? "answer too long" : "no id and no error code";
        return new Uncertain(Reason.of("unusable-answer", "HTTP %d, %s".formatted(answer.status(), what)));
    }

    private static boolean isSuccess(Answer answer) {
        return answer.status() / 100 == 2;
    }

    private static Optional<String> channelId(JsonNode json) {
        return Optional.ofNullable(json.path("messages").path(0).path("id").textValue())
                .filter(id -> CHANNEL_ID.matcher(id).matches());
    }
}
