package dev.sealpost.sandbox.whatsapp.graph;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.sealpost.sandbox.whatsapp.account.Access;
import dev.sealpost.sandbox.whatsapp.account.Account;
import dev.sealpost.sandbox.whatsapp.wire.Checked;
import dev.sealpost.sandbox.whatsapp.wire.MetaError;
import dev.sealpost.sandbox.whatsapp.wire.Outcome;
import dev.sealpost.sandbox.whatsapp.wire.RequestBody;
import dev.sealpost.sandbox.whatsapp.wire.Responder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Meta's side of the sandbox: any version {@code vNN.N}, or none; errors always in Meta's envelope. */
public final class GraphApi implements HttpHandler {
    private static final Logger log = LoggerFactory.getLogger(GraphApi.class);

    private final Account account;
    private final Routes routes;
    private final Responder responder;

    public GraphApi(Account account, Routes routes, Responder responder) {
        this.account = account;
        this.routes = routes;
        this.responder = responder;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        if (Spool.isMeantFor(exchange)) {
            takeUpload(exchange);
            return;
        }
        Optional<byte[]> body = RequestBody.read(exchange);
        responder.send(exchange, body.isEmpty() ? tooLarge() : outcome(GraphRequest.of(exchange, body.get())));
    }

    private void takeUpload(HttpExchange exchange) throws IOException {
        Optional<Path> upload = Spool.body(exchange);
        if (upload.isEmpty()) {
            responder.send(exchange, tooLarge());
            return;
        }
        try {
            responder.send(exchange, outcome(GraphRequest.of(exchange, upload.get())));
        } finally {
            Files.deleteIfExists(upload.get());
        }
    }

    private Outcome outcome(GraphRequest request) {
        Optional<GraphPath> path = GraphPath.of(request.uri().getPath());
        if (path.isEmpty() || !routes.knows(path.get().edge())) {
            return unknownPath(request);
        }
        // As Meta does, the token is looked at before the object.
        Checked<Access> access = account.authorise(request.accessToken(), request.appSecretProof());
        return access instanceof Checked.Valid<Access> valid
                ? answer(valid.value(), path.get(), request)
                : Endpoint.refused(access.error().orElseThrow());
    }

    private Outcome answer(Access access, GraphPath path, GraphRequest request) {
        try {
            return routes.answer(access, path, request)
                    .orElseGet(() -> Endpoint.refused(MetaError.noSuchObject(request.method(), path.id())));
        } catch (IOException e) {
            log.error("The sandbox cannot write its record: {}", e.getMessage());
            return error(500, 131000, "Something went wrong", "The sandbox cannot write its record; its log says why.");
        }
    }

    private static Outcome unknownPath(GraphRequest request) {
        return error(
                400,
                2500,
                "Unknown path components",
                request.method() + " is understood on /vNN.N/{id} and the edges that sandbox.md lists;"
                        + " the sandbox's own pages are under /_sandbox/");
    }

    private static Outcome tooLarge() {
        return error(
                413, 100, "Request entity too large", "A request holds at most %d bytes".formatted(RequestBody.MOST));
    }

    private static Outcome error(int status, int code, String title, String details) {
        return Endpoint.refused(new MetaError(code, OptionalInt.empty(), status, MetaError.OAUTH, title, details));
    }
}
