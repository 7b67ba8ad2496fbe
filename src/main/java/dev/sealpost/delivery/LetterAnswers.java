package dev.sealpost.delivery;

import dev.sealpost.access.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What is answered to whoever asks what is in a dead letter. */
final class LetterAnswers {
    private static final Problem DESTROYED = Problem.of(
            HttpStatus.GONE, "erased", "The person was erased: nothing opens this letter any more. Discard it.");
    private static final Problem BROKEN = Problem.of(
            HttpStatus.CONFLICT,
            "seal-broken",
            "The letter does not open: it, or its key, was altered, which is audited.");

    private LetterAnswers() {}

    static ResponseEntity<Object> revealed(DeadLetterDesk.Revelation revelation) {
        if (revelation.opened() instanceof OpenedLetter.Opened opened) {
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.noStore())
                    .body(text(LetterView.of(revelation.letter()), opened.content()));
        }
        return (revelation.opened() instanceof OpenedLetter.Destroyed ? DESTROYED : BROKEN).toResponse();
    }

    private static LetterView.Revealed text(LetterView letter, byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return new LetterView.Revealed(letter, text, "text");
        } catch (CharacterCodingException noText) {
            return new LetterView.Revealed(letter, Base64.getEncoder().encodeToString(content), "base64");
        }
    }
}
