package dev.sealpost.sandbox.whatsapp.graph;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.sealpost.sandbox.whatsapp.account.Access;
import dev.sealpost.sandbox.whatsapp.account.Account;
import dev.sealpost.sandbox.whatsapp.media.MediaFile;
import dev.sealpost.sandbox.whatsapp.media.MediaStore;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/** The bytes of a file, for who has both an address that is still good and a token. */
public final class MediaDownload implements HttpHandler {
    private static final int NO_BODY = -1;

    private final Account account;
    private final MediaStore store;
    private final MediaAddress address;

    public MediaDownload(Account account, MediaStore store, MediaAddress address) {
        this.account = account;
        this.store = store;
        this.address = address;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        GraphRequest request = GraphRequest.of(exchange, new byte[0]);
        try (exchange) {
            Optional<Access> access = request.accessToken().flatMap(account::accessOf);
            if (access.isEmpty()) {
                exchange.sendResponseHeaders(401, NO_BODY);
                return;
            }
            Optional<MediaFile> file = address.isGood(request.query())
                    ? access.get().accounts().stream()
                            .flatMap(owner -> store.find(owner, request.query().get("mid")).stream())
                            .findFirst()
                    : Optional.empty();
            if (file.isPresent()) {
                send(exchange, file.get());
            } else {
                exchange.sendResponseHeaders(404, NO_BODY);
            }
        }
    }

    private void send(HttpExchange exchange, MediaFile file) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", file.mimeType());
        exchange.sendResponseHeaders(200, file.size());
        Files.copy(store.path(file), exchange.getResponseBody());
    }
}
