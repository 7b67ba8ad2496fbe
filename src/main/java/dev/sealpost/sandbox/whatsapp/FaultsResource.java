package dev.sealpost.sandbox.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.wire.ControlRequest;
import dev.sealpost.sandbox.whatsapp.wire.ErrorTable;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import dev.sealpost.sandbox.whatsapp.wire.Problem;
import dev.sealpost.sandbox.whatsapp.wire.Reply;
import java.io.IOException;

/** {@code /_sandbox/faults}: GET lists the active ones, POST adds one, DELETE or the kind {@code none} clears all. */
final class FaultsResource {
    private static final String CLEARING = "none";

    private final Faults faults;
    private final FaultCheck check;

    FaultsResource(Faults faults, ErrorTable errors) {
        this.faults = faults;
        this.check = new FaultCheck(errors);
    }

    Reply.Answer get() {
        ObjectNode list = Json.object();
        list.set("faults", Json.MAPPER.valueToTree(faults.active()));
        return Reply.Answer.json(200, list);
    }

    Reply.Answer delete() {
        faults.clear();
        return get();
    }

    Reply.Answer post(byte[] body) throws IOException {
        return ControlRequest.read(body, Fault.class, this::add);
    }

    private Reply.Answer add(Fault fault) {
        if (CLEARING.equals(fault.kindName())) {
            return delete();
        }
        return check.objection(fault)
                .map(objection -> Problem.badRequest(objection).answer())
                .orElseGet(() -> added(fault));
    }

    private Reply.Answer added(Fault fault) {
        faults.add(fault);
        return get();
    }
}
