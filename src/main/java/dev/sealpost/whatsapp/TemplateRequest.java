package dev.sealpost.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.consent.TemplateCategory;
import dev.sealpost.delivery.OutboundMessage;
import dev.sealpost.sealing.OpenedContent;
import dev.sealpost.subject.PhoneNumber;
import dev.sealpost.subject.Recipient;
import java.nio.charset.CharsetEncoder;

/**
 * A template message as the Cloud API wants it (<a href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages">
 * reference</a>): digits of the number, positional body parameters, and the hub's own id, which comes back with every status. Values
 * are data: nothing in them is evaluated. An authentication template's code comes twice, in the body and in the button that copies it.
 */
final class TemplateRequest {

    private TemplateRequest() {}

    /** Whether UTF-8 can carry every value; it cannot carry half of a surrogate pair. */
    static boolean isWritable(Template template, OpenedContent content) {
        CharsetEncoder utf8 = UTF_8.newEncoder();
        return template.parameters().stream().map(content.fields()::get).allMatch(utf8::canEncode);
    }

    static byte[] json(Template template, OutboundMessage message) {
        ObjectNode request = JsonNodeFactory.instance
                .objectNode()
                .put("messaging_product", "whatsapp")
                .put("recipient_type", "individual")
                .put("type", "template")
                .put("biz_opaque_callback_data", message.id().toString());
        address(request, message.content().to());
        ObjectNode body = request.putObject("template").put("name", template.name());
        body.putObject("language").put("code", template.language());
        if (!template.parameters().isEmpty()) {
            addComponents(body.putArray("components"), template, message.content());
        }
        return request.toString().getBytes(UTF_8);
    }

    private static void addComponents(ArrayNode components, Template template, OpenedContent content) {
        addParameters(components.addObject().put("type", "body"), template, content);
        if (template.category() == TemplateCategory.AUTHENTICATION) {
            ObjectNode copyCode = components
                    .addObject()
                    .put("type", "button")
                    .put("sub_type", "url")
                    .put("index", "0");
            addParameters(copyCode, template, content);
        }
    }

    private static void addParameters(ObjectNode component, Template template, OpenedContent content) {
        ArrayNode parameters = component.putArray("parameters");
        for (String name : template.parameters()) {
            parameters
                    .addObject()
                    .put("type", "text")
                    .put("text", content.fields().get(name));
        }
    }

    private static void address(ObjectNode request, Recipient to) {
        if (to instanceof PhoneNumber number) {
            request.put("to", number.e164().substring(1));
        } else {
            request.put("recipient", to.text());
        }
    }
}
