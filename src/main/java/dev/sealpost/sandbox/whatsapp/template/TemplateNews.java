package dev.sealpost.sandbox.whatsapp.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.wire.Json;

/** Tells an account's business what became of a template. */
@FunctionalInterface
public interface TemplateNews {
    String FIELD = "message_template_status_update";

    void changed(String account, Template template);

    /** The value of a change of the field {@link #FIELD}. */
    static ObjectNode value(Template template) {
        return Json.object()
                .put("event", template.status().name())
                .put("message_template_id", Long.parseLong(template.id()))
                .put("message_template_name", template.name())
                .put("message_template_language", template.language())
                .put("reason", "NONE")
                .put("message_template_category", template.category());
    }
}
