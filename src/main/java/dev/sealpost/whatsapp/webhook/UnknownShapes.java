package dev.sealpost.whatsapp.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.message.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Parts of webhooks of a shape the hub does not know. All are counted; {@value #MOST} an hour are kept, as sealed dead letters, so
 * that someone can see what they are, and a new kind that comes by the thousand fills nothing.
 */
@Component
class UnknownShapes {

    static final Reason REASON = Reason.of("unknown-shape", "a part of a webhook that this version does not know");

    private static final int MOST = 20;
    private static final Duration HOUR = Duration.ofHours(1);

    private Instant since = Instant.now();
    private int kept;

    /** Those that are to be kept. */
    synchronized List<byte[]> some(List<JsonNode> parts) {
        if (since.plus(HOUR).isBefore(Instant.now())) {
            since = Instant.now();
            kept = 0;
        }
        List<byte[]> some = parts.stream()
                .limit(Math.max(0, MOST - kept))
                .map(part -> part.toString().getBytes(UTF_8))
                .toList();
        kept += some.size();
        return some;
    }
}
