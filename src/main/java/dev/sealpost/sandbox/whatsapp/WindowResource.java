package dev.sealpost.sandbox.whatsapp;

import dev.sealpost.sandbox.whatsapp.ServiceWindows.Enforcement;
import dev.sealpost.sandbox.whatsapp.wire.ControlRequest;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import dev.sealpost.sandbox.whatsapp.wire.Problem;
import dev.sealpost.sandbox.whatsapp.wire.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;

/** {@code /_sandbox/window}: how the 24-hour window is enforced, and how long it is. */
final class WindowResource {
    private final ServiceWindows windows;

    WindowResource(ServiceWindows windows) {
        this.windows = windows;
    }

    private record Request(String enforced, Long millis) {}

    Reply.Answer get() {
        String enforced = windows.enforcement().name().toLowerCase(Locale.ROOT);
        return Reply.Answer.json(
                200,
                Json.object()
                        .put("enforced", enforced)
                        .put("millis", windows.length().toMillis()));
    }

    Reply.Answer post(byte[] body) throws IOException {
        return ControlRequest.read(body, Request.class, this::enforce);
    }

    private Reply.Answer enforce(Request request) {
        long millis = request.millis() == null ? ServiceWindows.USUAL.toMillis() : request.millis();
        String enforced = request.enforced() == null ? "webhook" : request.enforced();
        if (!enforced.matches("off|webhook|answer") || millis <= 0) {
            return Problem.badRequest("enforced is off, webhook or answer; millis, if given, a number above 0")
                    .answer();
        }
        windows.enforce(Enforcement.valueOf(enforced.toUpperCase(Locale.ROOT)), Duration.ofMillis(millis));
        return get();
    }
}
