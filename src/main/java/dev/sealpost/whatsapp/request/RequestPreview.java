package dev.sealpost.whatsapp.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sealpost.delivery.OutboundMessage;
import dev.sealpost.message.Reason;
import dev.sealpost.whatsapp.media.MediaFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * The request that a message would be sent with, made by what makes the real one; ids that only Meta can give stand as words in
 * angle brackets.
 *
 * @param request null if it would be refused just before it is sent
 * @param refusal why
 */
public record RequestPreview(JsonNode request, Reason refusal) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param windowOpen whether the person wrote in the last 24 hours */
    public static RequestPreview of(Definitions definitions, OutboundMessage message, boolean windowOpen) {
        Composition made = new Composer(definitions).compose(message, windowOpen, new Words());
        return made instanceof Composition.Ready ready
                ? new RequestPreview(read(ready.json()), null)
                : new RequestPreview(null, ((Composition.Refused) made).reason());
    }

    private static JsonNode read(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "RequestPreview[" + refusal + "]";
    }

    /** Everything is there. */
    private static final class Words implements References {

        @Override
        public Optional<String> mediaId(MediaFile file) {
            return Optional.of("<id of " + file.path().getFileName() + ">");
        }

        @Override
        public Optional<String> wamid(String message) {
            return Optional.of("<id of the person's message>");
        }

        @Override
        public boolean isApproved(String template, String language) {
            return true;
        }
    }
}
