package dev.sealpost.sandbox.whatsapp.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.sandbox.whatsapp.account.Sender;
import dev.sealpost.sandbox.whatsapp.template.Templates;
import dev.sealpost.sandbox.whatsapp.wire.Checked;
import dev.sealpost.sandbox.whatsapp.wire.ErrorTable;
import dev.sealpost.sandbox.whatsapp.wire.LenientObject;
import dev.sealpost.sandbox.whatsapp.wire.MetaError;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Checks a message as Meta does: the envelope, the recipient, then what its type calls for. */
public final class MessageCheck {
    private static final int CALLBACK_LENGTH = 512;
    private static final String TEXT = "text";

    private final ErrorTable errors;
    private final RecipientCheck recipients;
    private final Map<String, MessageKind> kinds = new TreeMap<>();

    public MessageCheck(ErrorTable errors, Templates templates, MediaLookup media) {
        this.errors = errors;
        this.recipients = new RecipientCheck(errors);
        kinds.putAll(new FreeKinds(errors).all());
        kinds.put("template", new TemplateMessage(templates, errors));
        kinds.put("interactive", new InteractiveMessage(errors));
        addMedia("image", "image/(jpeg|png)", media);
        addMedia("audio", "audio/.+", media);
        addMedia("video", "video/.+", media);
        addMedia("document", ".+", media);
        addMedia("sticker", "image/webp", media);
    }

    private void addMedia(String type, String mimeTypes, MediaLookup media) {
        kinds.put(type, new MediaMessage(type, mimeTypes, media, errors));
    }

    public Checked<OutgoingMessage> check(Sender sender, JsonNode body) {
        var request = new LenientObject(body);
        Optional<MetaError> fault = envelopeFault(request);
        if (fault.isPresent()) {
            return new Checked.Invalid<>(fault.get());
        }
        return recipients.check(sender, request).then(to -> content(sender, request)
                .then(says -> new Checked.Valid<>(
                        new OutgoingMessage(to, says, request.text("biz_opaque_callback_data"), request.node()))));
    }

    private Optional<MetaError> envelopeFault(LenientObject request) {
        if (request.text("messaging_product").isEmpty()) {
            return invalid("The parameter messaging_product is required.");
        }
        if (!request.text("messaging_product").get().equalsIgnoreCase("whatsapp")) {
            return invalid("Param messaging_product must be one of {WHATSAPP}");
        }
        if (!request.text("recipient_type").orElse("individual").equalsIgnoreCase("individual")) {
            return invalid("Param recipient_type must be one of {INDIVIDUAL}");
        }
        if (request.text("biz_opaque_callback_data").orElse("").length() > CALLBACK_LENGTH) {
            return invalid("Param biz_opaque_callback_data must be at most 512 characters long.");
        }
        if (request.has("context")
                && request.object("context").text("message_id").isEmpty()) {
            return invalid("The parameter context['message_id'] is required.");
        }
        return Optional.empty();
    }

    private Checked<Content> content(Sender sender, LenientObject request) {
        String type = request.text("type").orElseGet(() -> unnamedType(request)).toLowerCase(Locale.ROOT);
        MessageKind kind = kinds.get(type);
        return kind == null
                ? new Checked.Invalid<>(errors.invalid(
                        "Param type must be one of " + kinds.keySet().toString().toUpperCase(Locale.ROOT)))
                : kind.check(sender, request);
    }

    /** The type may be left out for text, and where only one type's object is there. */
    private String unnamedType(LenientObject request) {
        return request.has(TEXT)
                ? TEXT
                : kinds.keySet().stream().filter(request::has).findFirst().orElse(TEXT);
    }

    private Optional<MetaError> invalid(String title) {
        return Optional.of(errors.invalid(title));
    }
}
