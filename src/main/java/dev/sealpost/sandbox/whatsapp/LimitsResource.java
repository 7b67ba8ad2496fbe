package dev.sealpost.sandbox.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.limit.LimitKind;
import dev.sealpost.sandbox.whatsapp.limit.Limits;
import dev.sealpost.sandbox.whatsapp.limit.SendingLimits;
import dev.sealpost.sandbox.whatsapp.wire.ControlRequest;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import dev.sealpost.sandbox.whatsapp.wire.Problem;
import dev.sealpost.sandbox.whatsapp.wire.Reply;
import java.io.IOException;

/** {@code /_sandbox/limits}: GET says which are enforced and how often each was exceeded since POST switched them. */
final class LimitsResource {
    private final SendingLimits limits;

    LimitsResource(SendingLimits limits) {
        this.limits = limits;
    }

    Reply.Answer get() {
        ObjectNode answer = Json.MAPPER.valueToTree(limits.limits());
        ObjectNode exceeded = answer.putObject("exceeded");
        for (LimitKind kind : LimitKind.values()) {
            exceeded.put(kind.wireName(), limits.exceeded(kind));
        }
        return Reply.Answer.json(200, answer);
    }

    Reply.Answer post(byte[] body) throws IOException {
        return ControlRequest.read(body, Limits.class, this::switchTo);
    }

    private Reply.Answer switchTo(Limits wanted) {
        if (wanted.objection().isPresent()) {
            return Problem.badRequest(wanted.objection().get()).answer();
        }
        limits.switchTo(wanted);
        return get();
    }
}
