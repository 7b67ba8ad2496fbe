package dev.sealpost.sandbox.whatsapp.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.sandbox.whatsapp.wire.ErrorTable;
import dev.sealpost.sandbox.whatsapp.wire.LenientObject;
import dev.sealpost.sandbox.whatsapp.wire.MetaError;
import java.util.Optional;

/** {@code {"status":"read","message_id":…}}: the business has read what somebody wrote, and may be typing. */
public final class ReadReceipt {
    private static final int LONG = 1000;

    private final Rule rule;

    public ReadReceipt(ErrorTable errors) {
        var rules = new Rules(errors, "");
        this.rule = Rule.all(
                rules.oneOf("messaging_product", "whatsapp"),
                rules.oneOf("status", "read"),
                rules.text("message_id", LONG),
                rules.optionalObject("typing_indicator", typing -> typing.oneOf("type", "text")));
    }

    public static boolean isMeant(JsonNode request) {
        return request.has("status");
    }

    public Optional<MetaError> fault(JsonNode request) {
        return rule.violation(new LenientObject(request));
    }
}
