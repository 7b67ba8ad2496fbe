package dev.sealpost.sandbox.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.sandbox.whatsapp.wire.Checked;
import dev.sealpost.sandbox.whatsapp.wire.ErrorTable;
import dev.sealpost.sandbox.whatsapp.wire.LenientObject;
import dev.sealpost.sandbox.whatsapp.wire.MetaError;
import dev.sealpost.sandbox.whatsapp.wire.PhoneDigits;
import java.util.Optional;
import java.util.Set;

/**
 * Checks a request as Meta does: required fields by type, the template known and rightly filled. Text and template
 * messages only; the types Meta knows besides are answered with 131051.
 */
final class RequestCheck {
    private static final int CALLBACK_LENGTH = 512;
    private static final Set<String> OTHER_TYPES =
            Set.of("audio", "contacts", "document", "image", "interactive", "location", "reaction", "sticker", "video");

    private final ErrorTable errors;
    private final ContentCheck contents;

    RequestCheck(ErrorTable errors, Templates templates) {
        this.errors = errors;
        this.contents = new ContentCheck(errors, templates);
    }

    Checked<OutgoingMessage> check(JsonNode body) {
        var request = new LenientObject(body);
        Optional<MetaError> fault = envelopeFault(request);
        if (fault.isPresent()) {
            return new Checked.Invalid<>(fault.get());
        }
        return recipient(request)
                .then(to -> content(request).then(says -> new Checked.Valid<>(message(request, to, says))));
    }

    private Optional<MetaError> envelopeFault(LenientObject request) {
        if (request.text("messaging_product").isEmpty()) {
            return Optional.of(errors.invalid("The parameter messaging_product is required."));
        }
        if (!request.text("messaging_product").get().equalsIgnoreCase("whatsapp")) {
            return Optional.of(errors.invalid("Param messaging_product must be one of {WHATSAPP}"));
        }
        if (!request.text("recipient_type").orElse("individual").equalsIgnoreCase("individual")) {
            return Optional.of(errors.invalid("Param recipient_type must be one of {INDIVIDUAL}"));
        }
        if (request.text("biz_opaque_callback_data").orElse("").length() > CALLBACK_LENGTH) {
            return Optional.of(errors.invalid("Param biz_opaque_callback_data must be at most 512 characters long."));
        }
        return request.has("to") ? Optional.empty() : Optional.of(errors.invalid("The parameter to is required."));
    }

    private Checked<PhoneDigits> recipient(LenientObject request) {
        Optional<PhoneDigits> to = request.text("to").flatMap(PhoneDigits::parse);
        if (to.isEmpty()) {
            return new Checked.Invalid<>(errors.because(131009, "Param to is not a phone number of 6 to 15 digits."));
        }
        return new Checked.Valid<>(to.get());
    }

    private Checked<Content> content(LenientObject request) {
        String type = request.text("type").orElse("text");
        return switch (type) {
            case "text" -> contents.text(request.object("text"));
            case "template" -> contents.template(request.object("template"));
            default -> new Checked.Invalid<>(unsupported(type));
        };
    }

    private MetaError unsupported(String type) {
        if (OTHER_TYPES.contains(type)) {
            return errors.because(131051, "The sandbox takes messages of the types text and template.");
        }
        return errors.invalid("Param type must be one of {AUDIO, CONTACTS, DOCUMENT, IMAGE, INTERACTIVE, LOCATION,"
                + " REACTION, STICKER, TEMPLATE, TEXT, VIDEO}");
    }

    private static OutgoingMessage message(LenientObject request, PhoneDigits to, Content content) {
        return new OutgoingMessage(
                to,
                request.text("to").orElseThrow(),
                content,
                request.text("biz_opaque_callback_data"),
                request.node());
    }
}
