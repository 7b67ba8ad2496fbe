package dev.sealpost.sandbox.whatsapp;

import dev.sealpost.sandbox.whatsapp.wire.ControlRequest;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import dev.sealpost.sandbox.whatsapp.wire.Problem;
import dev.sealpost.sandbox.whatsapp.wire.Reply;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/** {@code PUT /_sandbox/webhook}: where webhooks go from now on, until the sandbox stops. */
final class WebhookResource {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final Map<String, Webhooks> senders;

    WebhookResource(Map<String, Webhooks> senders) {
        this.senders = senders;
    }

    private record Request(URI url, String phoneNumberId) {}

    Reply.Answer put(byte[] body) throws IOException {
        return ControlRequest.read(body, Request.class, this::change);
    }

    private Reply.Answer change(Request request) {
        if (request.url() == null
                || request.url().getHost() == null
                || !LOOPBACK.contains(request.url().getHost())) {
            return Problem.badRequest(
                            "url is an address on this machine, such as http://127.0.0.1:8080/webhooks/whatsapp")
                    .answer();
        }
        senders.entrySet().stream()
                .filter(sender -> request.phoneNumberId() == null
                        || request.phoneNumberId().equals(sender.getKey()))
                .forEach(sender -> sender.getValue().sendTo(request.url()));
        return Reply.Answer.json(200, Json.object().put("url", request.url().toString()));
    }
}
