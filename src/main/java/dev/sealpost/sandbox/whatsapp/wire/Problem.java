package dev.sealpost.sandbox.whatsapp.wire;

import java.util.Map;

/** A problem document (RFC 9457). */
public record Problem(int status, String title, String detail) {
    public static Problem badRequest(String detail) {
        return new Problem(400, "Not understood", detail);
    }

    public Reply.Answer answer() {
        byte[] body = Json.bytes(Json.object()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", detail));
        return new Reply.Answer(status, Map.of("Content-Type", "application/problem+json"), body);
    }
}
