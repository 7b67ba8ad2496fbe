package dev.sealpost.sandbox.whatsapp.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import dev.sealpost.sandbox.whatsapp.wire.Reply;

/** {@code GET /{account}}: the WhatsApp business account itself. */
public final class AccountNode {
    private static final String USUAL = "name,timezone_id,message_template_namespace";

    private AccountNode() {}

    public static Reply.Answer get(String account, GraphRequest request) {
        ObjectNode node = Json.object()
                .put("id", account)
                .put("name", "Sandbox")
                .put("timezone_id", "1")
                .put("currency", "EUR")
                .put("message_template_namespace", "sandbox")
                .put("account_review_status", "APPROVED")
                .put("business_verification_status", "verified")
                .put("status", "ACTIVE");
        return Reply.Answer.json(200, Fields.of(request, USUAL).of(node));
    }
}
