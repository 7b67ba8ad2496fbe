package dev.sealpost.whatsapp.cloudapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.message.Reason;
import dev.sealpost.whatsapp.cloudapi.GraphAnswer.Ok;
import dev.sealpost.whatsapp.cloudapi.GraphAnswer.Refused;
import dev.sealpost.whatsapp.cloudapi.GraphAnswer.Unreachable;
import java.util.Optional;

/** Says what an answer of the Graph API means: an error code decides whatever the status, then the status. */
final class GraphAnswerReader {

    private GraphAnswerReader() {}

    static GraphAnswer read(Answer answer) {
        Optional<JsonNode> json = answer.body().flatMap(Envelope::parse);
        return json.<GraphAnswer>flatMap(found -> refusal(found, answer.status()))
                .orElseGet(() -> isSuccess(answer)
                        ? json.filter(JsonNode::isContainerNode)
                                .<GraphAnswer>map(Ok::new)
                                .orElseGet(() -> unusable(answer))
                        : unreachable(answer));
    }

    /** @param received what took the body of a 2xx answer */
    static MediaAnswer read(Answer answer, PassedOnBody received) {
        if (isSuccess(answer)) {
            return answer.body().isPresent() ? new MediaAnswer.Received(received.length()) : unusable(answer);
        }
        return answer.body()
                .flatMap(Envelope::parse)
                .<MediaAnswer>flatMap(json -> refusal(json, answer.status()))
                .orElseGet(() -> unreachable(answer));
    }

    static boolean isSuccess(int status) {
        return status / 100 == 2;
    }

    private static boolean isSuccess(Answer answer) {
        return isSuccess(answer.status());
    }

    private static Optional<Refused> refusal(JsonNode json, int status) {
        return Envelope.errorCode(json).stream()
                .mapToObj(code -> new Refused(
                        code,
                        Envelope.errorSubcode(json).orElse(0),
                        status,
                        CloudApiErrors.reason(json.path("error"), code)))
                .findFirst();
    }

    private static Unreachable unusable(Answer answer) {
        String what = answer.body().isEmpty() ? "answer too long" : "not JSON";
        return new Unreachable(Reason.of("unusable-answer", "HTTP %d, %s".formatted(answer.status(), what)));
    }

    private static Unreachable unreachable(Answer answer) {
        String word =
                switch (answer.status() / 100) {
                    case 3 -> "redirected";
                    case 4 -> "refused-in-between";
                    default -> "unusable-answer";
                };
        return new Unreachable(Reason.of(word, "HTTP " + answer.status()));
    }
}
