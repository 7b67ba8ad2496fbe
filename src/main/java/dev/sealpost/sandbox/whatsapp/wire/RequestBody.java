package dev.sealpost.sandbox.whatsapp.wire;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Optional;

/** Reads a request's body, up to 1 MB. */
public final class RequestBody {
    public static final int MOST = 1 << 20;

    private RequestBody() {}

    /** Empty if it is larger. */
    public static Optional<byte[]> read(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MOST + 1);
        return body.length > MOST ? Optional.empty() : Optional.of(body);
    }
}
