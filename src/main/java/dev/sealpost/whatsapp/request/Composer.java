package dev.sealpost.whatsapp.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.delivery.OutboundMessage;
import dev.sealpost.message.Reason;
import dev.sealpost.whatsapp.media.MediaFile;
import dev.sealpost.whatsapp.request.Composition.Awaiting;
import dev.sealpost.whatsapp.request.Composition.Instead;
import dev.sealpost.whatsapp.request.Composition.Ready;
import dev.sealpost.whatsapp.request.Composition.Refused;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Makes requests of definitions and minimised fields. Values are data: nothing in them is evaluated, and one that the Cloud API would
 * not take is refused by its field's name.
 *
 * <p>Not guaranteed: that the Cloud API takes the request. Templates may have been changed there; see {@code templates check}.
 */
public final class Composer {

    private static final Reason OVER = Reason.of("outside-window", "more than 24 h since the person wrote");

    private final Definitions definitions;

    public Composer(Definitions definitions) {
        this.definitions = definitions;
    }

    /** @param windowOpen whether the person may be written to without a template */
    public Composition compose(OutboundMessage message, boolean windowOpen, References references) {
        Optional<Reason> objection = definitions.objection(
                message.template(), message.content().fields().keySet());
        if (objection.isPresent()) {
            return new Refused(objection.get());
        }
        Definition definition = definitions.find(message.template()).orElseThrow();
        if (definition instanceof FreeForm freeForm) {
            return windowOpen ? freeForm(freeForm, message, references) : instead(freeForm, message, references);
        }
        return template((Template) definition, message, references, Optional.empty());
    }

    private static Composition instead(FreeForm freeForm, OutboundMessage message, References references) {
        return freeForm.otherwise()
                .map(template -> template(
                        template, message, references, Optional.of(new Instead(template.name(), OVER))))
                .orElseGet(() -> new Refused(OVER));
    }

    private static Composition freeForm(FreeForm freeForm, OutboundMessage message, References references) {
        List<MediaFile> files = freeForm.content().files().distinct().toList();
        Filling filling = new Filling(message.content().fields(), references);
        Optional<Composition> awaiting = awaiting(files, references);
        if (awaiting.isPresent()) {
            return awaiting.get();
        }
        ObjectNode request = Envelope.of(message, freeForm.kind());
        freeForm.replyTo()
                .ifPresent(reply -> request.putObject("context").set("message_id", reply.fill(filling)));
        request.set(freeForm.kind(), freeForm.content().fill(filling));
        return written(request, filling)
                .map(json -> (Composition)
                        new Ready(json, true, freeForm.otherwise().isPresent(), files, Optional.empty()))
                .orElseGet(() -> refused(filling));
    }

    private static Composition template(
            Template template, OutboundMessage message, References references, Optional<Instead> instead) {
        List<MediaFile> files = template.components().files().distinct().toList();
        Filling filling = new Filling(message.content().fields(), references);
        Optional<Composition> awaiting = awaiting(files, references);
        if (awaiting.isPresent()) {
            return awaiting.get();
        }
        ObjectNode request = Envelope.of(message, "template");
        ObjectNode body = request.putObject("template").put("name", template.name());
        String language = template.spoken()
                .choose(
                        message.content().fields(),
                        candidate -> references.isApproved(template.name(), candidate));
        body.putObject("language").put("code", language);
        JsonNode components = template.components().fill(filling);
        if (!components.isEmpty()) {
            body.set("components", components);
        }
        return written(request, filling)
                .map(json -> (Composition) new Ready(json, false, false, files, instead))
                .orElseGet(() -> refused(filling));
    }

    private static Optional<Composition> awaiting(List<MediaFile> files, References references) {
        List<MediaFile> missing = files.stream()
                .filter(file -> references.mediaId(file).isEmpty())
                .toList();
        return missing.isEmpty() ? Optional.empty() : Optional.of(new Awaiting(missing));
    }

    private static Composition refused(Filling filling) {
        return new Refused(
                filling.refusal().orElseGet(() -> Reason.of("malformed", "a parameter is not valid Unicode")));
    }

    /** Empty if a value was refused, or holds half of a surrogate pair, which UTF-8 cannot carry. */
    private static Optional<byte[]> written(ObjectNode request, Filling filling) {
        if (filling.refusal().isPresent()) {
            return Optional.empty();
        }
        try {
            ByteBuffer json = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(request.toString()));
            byte[] bytes = new byte[json.remaining()];
            json.get(bytes);
            return Optional.of(bytes);
        } catch (CharacterCodingException loneSurrogate) {
            return Optional.empty();
        }
    }
}
