package dev.sealpost.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decodes a part's text: strictly in the charset it names, else as UTF-8, else not at all. A text is never read with replacement
 * characters in it. Not guaranteed: that a charset which can decode everything was named rightly.
 */
final class PartText {

    private PartText() {}

    static Optional<String> of(Part part) throws MessagingException, IOException {
        byte[] bytes;
        try (InputStream decoded = part.getInputStream()) {
            bytes = decoded.readAllBytes();
        }
        ContentType type = PartType.of(part);
        return Stream.of(charset(PartType.parameter(type, "charset")), Optional.of(StandardCharsets.UTF_8))
                .flatMap(Optional::stream)
                .flatMap(charset -> decode(bytes, charset).stream())
                .findFirst()
                .map(text -> text.startsWith("\uFEFF") ? text.substring(1) : text)
                .map(text -> FlowedText.isFlowed(type) ? FlowedText.unfold(text, type) : text);
    }

    private static Optional<Charset> charset(String name) {
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<String> decode(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException wrongCharset) {
            return Optional.empty();
        }
    }
}
