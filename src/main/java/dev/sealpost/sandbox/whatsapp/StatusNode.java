package dev.sealpost.sandbox.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.wire.ErrorTable;
import dev.sealpost.sandbox.whatsapp.wire.Json;

/** A status as a webhook reports it. */
final class StatusNode {
    private StatusNode() {}

    static ObjectNode of(StoredMessage message, Status status, long second, ErrorTable errors) {
        ObjectNode node = Json.object().put("id", message.id()).put("status", status.wireName());
        node.put("timestamp", Long.toString(second)).put("recipient_id", message.to());
        message.callback().ifPresent(data -> node.put("biz_opaque_callback_data", data));
        if (status == Status.FAILED) {
            node.putArray("errors")
                    .add(errors.get(message.failsWith().orElseThrow()).inStatus());
        } else {
            node.putObject("pricing")
                    .put("billable", true)
                    .put("pricing_model", "PMP")
                    .put("category", message.category());
        }
        return node;
    }
}
