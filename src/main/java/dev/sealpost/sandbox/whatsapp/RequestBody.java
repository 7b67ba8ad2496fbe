package dev.sealpost.sandbox.whatsapp;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Optional;

/** Reads a request's body, up to 1 MB. */
final class RequestBody {
    static final int MOST = 1 << 20;

    private RequestBody() {}

    /** Empty if it is larger. */
    static Optional<byte[]> read(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MOST + 1);
        return body.length > MOST ? Optional.empty() : Optional.of(body);
    }
}
