package dev.sealpost.sandbox.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.sandbox.whatsapp.account.Account;
import dev.sealpost.sandbox.whatsapp.account.Sender;
import dev.sealpost.sandbox.whatsapp.wire.ControlRequest;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import dev.sealpost.sandbox.whatsapp.wire.Problem;
import dev.sealpost.sandbox.whatsapp.wire.Reply;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** {@code POST /_sandbox/webhooks}: any change, such as an account update, as a signed webhook. */
final class ChangesResource {
    private final Account account;
    private final EventPost events;

    ChangesResource(Account account, EventPost events) {
        this.account = account;
        this.events = events;
    }

    private record Request(String field, JsonNode value, String phoneNumberId) {
        @Override
        public String toString() {
            return "Request[field=%s]".formatted(field);
        }
    }

    Reply.Answer post(byte[] body) throws IOException {
        return ControlRequest.read(body, Request.class, this::tell);
    }

    private Reply.Answer tell(Request request) {
        Optional<Sender> sender = account.numberOrFirst(request.phoneNumberId());
        if (request.field() == null || request.value() == null) {
            return Problem.badRequest("Needed are field, such as account_update, and value, as Meta sends it")
                    .answer();
        }
        if (sender.isEmpty()) {
            return Problem.badRequest(account.unknownNumber()).answer();
        }
        events.post(new AccountChange(sender.get().phoneNumberId(), request.field(), request.value(), Instant.now()));
        return Reply.Answer.json(200, Json.object().put("field", request.field()));
    }
}
