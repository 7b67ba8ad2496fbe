package dev.sealpost.whatsapp.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.delivery.OutboundMessage;
import dev.sealpost.message.Reason;
import dev.sealpost.whatsapp.media.MediaFile;
import dev.sealpost.whatsapp.request.Composition.Awaiting;
import dev.sealpost.whatsapp.request.Composition.Ready;
import dev.sealpost.whatsapp.request.Composition.Refused;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Makes requests of definitions and minimised fields. Values are data: nothing in them is evaluated, and one that the Cloud API would
 * not take is refused by its field's name.
 *
 * <p>Not guaranteed: that the Cloud API takes the request. Templates may have been changed there; see {@code templates check}.
 */
@Component
public class Composer {

    private static final Reason OVER = Reason.of("outside-window", "more than 24 h since the person wrote");

    private final Definitions definitions;

    public Composer(Definitions definitions) {
        this.definitions = definitions;
    }

    /** @param windowOpen whether the person may be written to without a template */
    public Composition compose(OutboundMessage message, boolean windowOpen, References references) {
        return definitions
                .objection(message.template(), message.content().fields().keySet())
                .<Composition>map(Refused::new)
                .orElseGet(() ->
                        compose(definitions.find(message.template()).orElseThrow(), message, windowOpen, references));
    }

    private static Composition compose(
            Definition definition, OutboundMessage message, boolean windowOpen, References references) {
        if (definition instanceof Template template) {
            return template(template, Optional.empty(), message, references);
        }
        FreeForm freeForm = (FreeForm) definition;
        if (windowOpen) {
            return freeForm(freeForm, message, references);
        }
        return freeForm.otherwise()
                .map(template -> template(template, Optional.of(OVER), message, references))
                .orElseGet(() -> new Refused(OVER));
    }

    private static Composition freeForm(FreeForm freeForm, OutboundMessage message, References references) {
        List<MediaFile> files = freeForm.content().files().distinct().toList();
        return awaiting(files, references).orElseGet(() -> {
            Filling filling = new Filling(message.content().fields(), references);
            ObjectNode request = Envelope.of(message, freeForm.kind());
            freeForm.replyTo().ifPresent(reply -> request.putObject("context").set("message_id", reply.fill(filling)));
            request.set(freeForm.kind(), freeForm.content().fill(filling));
            return written(
                    request, filling, new Ready.Facts(true, freeForm.otherwise().isPresent(), files, Optional.empty()));
        });
    }

    private static Composition template(
            Template template, Optional<Reason> instead, OutboundMessage message, References references) {
        List<MediaFile> files = template.components().files().distinct().toList();
        return awaiting(files, references).orElseGet(() -> {
            Filling filling = new Filling(message.content().fields(), references);
            ObjectNode request = Envelope.of(message, "template");
            request.set("template", content(template, filling, message, references));
            return written(
                    request,
                    filling,
                    new Ready.Facts(
                            instead.isPresent(),
                            false,
                            files,
                            instead.map(why -> new Composition.Instead(template.name(), why))));
        });
    }

    private static JsonNode content(
            Template template, Filling filling, OutboundMessage message, References references) {
        ObjectNode content = JsonNodeFactory.instance.objectNode().put("name", template.name());
        content.putObject("language")
                .put(
                        "code",
                        template.spoken()
                                .choose(
                                        message.content().fields(),
                                        language -> references.isApproved(template.name(), language)));
        JsonNode components = template.components().fill(filling);
        if (!components.isEmpty()) {
            content.set("components", components);
        }
        return content;
    }

    private static Optional<Composition> awaiting(List<MediaFile> files, References references) {
        List<MediaFile> missing = files.stream()
                .filter(file -> references.mediaId(file).isEmpty())
                .toList();
        return missing.isEmpty() ? Optional.empty() : Optional.of(new Awaiting(missing));
    }

    private static Composition written(ObjectNode request, Filling filling, Ready.Facts facts) {
        return filling.refusal().<Composition>map(Refused::new).orElseGet(() -> Utf8.encode(request.toString())
                .<Composition>map(json -> new Ready(json, facts))
                .orElseGet(() -> new Refused(Reason.of("malformed", "a parameter is not valid Unicode"))));
    }
}
