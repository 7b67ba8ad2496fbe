package dev.sealpost.whatsapp.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.whatsapp.account.TokenReading.NoAnswer;
import dev.sealpost.whatsapp.account.TokenReading.Unfit;
import dev.sealpost.whatsapp.account.TokenReading.Unreadable;
import dev.sealpost.whatsapp.account.TokenReading.Valid;
import dev.sealpost.whatsapp.cloudapi.GraphAnswer;
import dev.sealpost.whatsapp.cloudapi.GraphAnswer.Ok;
import dev.sealpost.whatsapp.cloudapi.GraphAnswer.Refused;
import dev.sealpost.whatsapp.cloudapi.GraphAnswer.Unreachable;
import java.time.Instant;
import java.util.stream.StreamSupport;

/**
 * Reads the answer of {@code debug_token} (<a
 * href="https://developers.facebook.com/docs/graph-api/reference/debug_token/">Debug-Token</a>). A token is asked about with itself;
 * one that is refused for that is no good for anything else either.
 */
final class TokenReader {

    /** "Access token has expired, been revoked, or is otherwise invalid." */
    private static final int INVALID = 190;

    /** The token is not of the app whose secret the hub has: whatever it is good for, no call with it goes through. */
    private static final String PROOF = "proof-refused";

    private static final String SENDING = "whatsapp_business_messaging";

    private final String appId;

    /** @param appId empty: any */
    TokenReader(String appId) {
        this.appId = appId;
    }

    TokenReading read(GraphAnswer answer) {
        if (answer instanceof Ok ok) {
            return read(ok.json().path("data"));
        }
        return answer instanceof Refused refused
                ? refused(refused)
                : new NoAnswer(((Unreachable) answer).reason().word());
    }

    private static TokenReading refused(Refused answer) {
        if (answer.code() == INVALID) {
            return new Unfit("token-invalid");
        }
        String word = answer.reason().word();
        return word.equals(PROOF) ? new Unfit(word) : new Unreadable(word);
    }

    private TokenReading read(JsonNode data) {
        if (!data.path("is_valid").isBoolean()) {
            return new Unreadable("no-token-data");
        }
        if (!data.path("is_valid").booleanValue()) {
            return new Unfit("token-invalid");
        }
        return lacksScope(data.path("scopes"))
                ? new Unfit("token-scope-missing")
                : new Valid(instant(data.path("expires_at")), instant(data.path("data_access_expires_at")), app(data));
    }

    private static boolean lacksScope(JsonNode scopes) {
        return scopes.isArray()
                && StreamSupport.stream(scopes.spliterator(), false)
                        .noneMatch(scope -> SENDING.equals(scope.textValue()));
    }

    private String app(JsonNode data) {
        boolean other = !appId.isEmpty() && !appId.equals(data.path("app_id").asText());
        return other ? "token-of-other-app" : null;
    }

    /** Seconds since 1970; 0 and nothing mean never. */
    private static Instant instant(JsonNode seconds) {
        return seconds.canConvertToLong() && seconds.longValue() > 0
                ? Instant.ofEpochSecond(Math.min(
                        seconds.longValue(),
                        Instant.parse("9999-12-31T00:00:00Z").getEpochSecond()))
                : null;
    }
}
