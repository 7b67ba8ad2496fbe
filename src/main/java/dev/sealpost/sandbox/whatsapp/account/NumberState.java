package dev.sealpost.sandbox.whatsapp.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import java.util.Optional;

/**
 * What a number is set to.
 *
 * @param registered whether it may send
 * @param pin of the two-step verification, once one was set
 * @param storage {@code storage_configuration}
 * @param profile what people see of the business
 */
public record NumberState(boolean registered, Optional<String> pin, ObjectNode storage, ObjectNode profile) {
    static NumberState initial() {
        ObjectNode profile =
                Json.object().put("about", "A business of the sandbox").put("messaging_product", "whatsapp");
        return new NumberState(true, Optional.empty(), Json.object().put("status", "DEFAULT"), profile);
    }

    static NumberState of(ObjectNode line) {
        return new NumberState(
                line.path("registered").booleanValue(),
                Optional.ofNullable(line.path("pin").textValue()),
                (ObjectNode) line.get("storage"),
                (ObjectNode) line.get("profile"));
    }

    ObjectNode line() {
        ObjectNode line = Json.object().put("registered", registered);
        pin.ifPresent(digits -> line.put("pin", digits));
        line.set("storage", storage);
        line.set("profile", profile);
        return line;
    }

    public NumberState registeredWith(String digits) {
        return new NumberState(true, Optional.of(digits), storage, profile);
    }

    public NumberState deregistered() {
        return new NumberState(false, pin, storage, profile);
    }

    public NumberState storedAs(ObjectNode configuration) {
        return new NumberState(registered, pin, configuration, profile);
    }

    public NumberState shownAs(ObjectNode changes) {
        ObjectNode merged = profile.deepCopy();
        merged.setAll(changes);
        return new NumberState(registered, pin, storage, merged);
    }

    @Override
    public String toString() {
        return "NumberState[registered=%s]".formatted(registered);
    }
}
