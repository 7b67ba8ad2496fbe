package dev.sealpost.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sealpost.sealing.OpenedContent;
import dev.sealpost.sealing.SealedContent;
import dev.sealpost.sealing.Sealer;
import dev.sealpost.vault.DataKey;
import dev.sealpost.vault.HubSeal;
import dev.sealpost.vault.SealBroken;
import dev.sealpost.vault.SubjectKeys;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Opens dead letters. */
@Component
class LetterOpener {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SubjectKeys keys;
    private final HubSeal seal;
    private final Sealer sealer;

    LetterOpener(SubjectKeys keys, HubSeal seal, Sealer sealer) {
        this.keys = keys;
        this.seal = seal;
        this.sealer = sealer;
    }

    /** An event as it came in; of a minimised message, its fields and whom it goes to as JSON. */
    OpenedLetter open(StoredLetter letter) {
        DataKey key = letter.forSubject()
                ? keys.load(List.of(letter.subject())).get(letter.subject())
                : seal.forUse("dead-letter");
        if (key == null) {
            return new OpenedLetter.Destroyed();
        }
        try {
            return new OpenedLetter.Opened(letter.isEvent() ? event(letter, key) : content(letter, key));
        } catch (SealBroken altered) {
            return new OpenedLetter.Broken();
        }
    }

    private static byte[] event(StoredLetter letter, DataKey key) {
        return key.open(letter.content(), SealedDeadLetters.boundTo(letter.message(), letter.flow()));
    }

    private byte[] content(StoredLetter letter, DataKey key) {
        OpenedContent opened = sealer.open(
                new SealedContent(letter.message(), letter.subject(), letter.purpose(), letter.content()), key);
        try {
            return JSON.writeValueAsString(Map.of("to", opened.to().text(), "fields", opened.fields()))
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Minimised fields cannot be written", e);
        }
    }
}
