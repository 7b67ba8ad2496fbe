package dev.sealpost.intake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.intake.ReadEvent.Readable;
import dev.sealpost.intake.ReadEvent.Unreadable;
import dev.sealpost.message.FieldPath;
import dev.sealpost.message.Reason;
import dev.sealpost.subject.PhoneNumbers;
import dev.sealpost.subject.Recipient;
import dev.sealpost.subject.UserId;
import dev.sealpost.vault.BlindIndex;
import dev.sealpost.vault.BlindIndexer;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads raw events. Never throws for what is in them: what cannot be read is answered with its reason. */
@Component
public class EventReader {

    /** Longer ids are a mapping error rather than ids. */
    static final int MAX_ID_LENGTH = 256;

    private final EventJson json;
    private final PhoneNumbers numbers;
    private final BlindIndexer indexer;

    EventReader(EventJson json, PhoneNumbers numbers, BlindIndexer indexer) {
        this.json = json;
        this.numbers = numbers;
        this.indexer = indexer;
    }

    /** The blind index of a source's id within a flow; what {@code unique(flow, source)} is about. */
    public static String domain(String flow) {
        return "source:" + flow;
    }

    public ReadEvent read(RawEvent raw, String flow, EventMapping mapping) {
        EventJson.Result parsed = json.parse(raw.body());
        if (parsed.fault() != null) {
            return setAside(raw, flow, parsed.fault());
        }
        Optional<String> id = text(mapping.id().in(parsed.content()), MAX_ID_LENGTH);
        return id.map(value -> withId(indexer.index(domain(flow), value), parsed.content(), mapping))
                .orElseGet(() -> setAside(raw, flow, missing("id", mapping.id())));
    }

    private ReadEvent withId(BlindIndex source, JsonNode content, EventMapping mapping) {
        Optional<String> phone = text(mapping.phone().in(content), MAX_ID_LENGTH);
        if (phone.isEmpty()) {
            return new Unreadable(source, missing("phone", mapping.phone()), true);
        }
        return person(phone.get())
                .<ReadEvent>map(valid -> new Readable(source, valid, content))
                .orElseGet(() -> new Unreadable(source, invalidNumber(mapping.phone()), false));
    }

    private Optional<Recipient> person(String text) {
        return UserId.isUserId(text)
                ? Optional.of(new UserId(text))
                : numbers.parse(text).map(Recipient.class::cast);
    }

    /** An event that is not to be read any further: what is in it names nothing. What is too large to read is too large to keep. */
    public Unreadable setAside(RawEvent raw, String flow, Reason reason) {
        return new Unreadable(
                indexer.index("coordinates:" + flow, raw.coordinates()),
                reason,
                raw.body().length <= EventJson.MAX_BYTES);
    }

    private static Reason missing(String what, FieldPath path) {
        return Reason.of(
                "malformed",
                "no " + what + " at " + path + "; a text of 1 to " + MAX_ID_LENGTH + " characters is expected there");
    }

    private static Reason invalidNumber(FieldPath path) {
        return Reason.of("invalid-number", "the phone number at " + path + " is not a valid international number");
    }

    /** Ids and numbers may come as JSON numbers: producers do that. */
    private static Optional<String> text(JsonNode node, int maxLength) {
        if (!node.isTextual() && !node.isIntegralNumber()) {
            return Optional.empty();
        }
        String text = node.asText().strip();
        return text.isEmpty() || text.length() > maxLength ? Optional.empty() : Optional.of(text);
    }
}
