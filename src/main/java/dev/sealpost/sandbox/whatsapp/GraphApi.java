package dev.sealpost.sandbox.whatsapp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.sealpost.sandbox.whatsapp.wire.Checked;
import dev.sealpost.sandbox.whatsapp.wire.MetaError;
import dev.sealpost.sandbox.whatsapp.wire.Outcome;
import dev.sealpost.sandbox.whatsapp.wire.RequestBody;
import dev.sealpost.sandbox.whatsapp.wire.Responder;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Meta's side of the sandbox: any version {@code vNN.N}, errors always in Meta's envelope. */
final class GraphApi implements HttpHandler {
    private static final Logger log = LoggerFactory.getLogger(GraphApi.class);
    private static final Pattern MESSAGES = Pattern.compile("/v\\d{1,3}\\.\\d{1,2}/([^/]+)/messages");

    private final Account account;
    private final SendMessage sendMessage;
    private final Responder responder;

    GraphApi(Account account, SendMessage sendMessage, Responder responder) {
        this.account = account;
        this.sendMessage = sendMessage;
        this.responder = responder;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Optional<byte[]> body = RequestBody.read(exchange);
        responder.send(exchange, body.isEmpty() ? tooLarge() : outcome(exchange, body.get()));
    }

    private Outcome outcome(HttpExchange exchange, byte[] body) {
        Matcher path = MESSAGES.matcher(exchange.getRequestURI().getPath());
        if (!path.matches() || !exchange.getRequestMethod().equals("POST")) {
            return unknownPath(exchange.getRequestMethod());
        }
        Optional<String> authorization =
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"));
        Checked<Sender> sender = account.authorise(authorization, path.group(1));
        if (sender instanceof Checked.Invalid<Sender> invalid) {
            return Outcome.now(invalid.error().answer());
        }
        return send(((Checked.Valid<Sender>) sender).value(), body);
    }

    private Outcome send(Sender sender, byte[] body) {
        try {
            return sendMessage.post(sender, body);
        } catch (IOException e) {
            log.error("The sandbox cannot write its record", e);
            return error(500, 131000, "Something went wrong", "The sandbox cannot write its record; its log says why.");
        }
    }

    private static Outcome unknownPath(String method) {
        return error(
                400,
                2500,
                "Unknown path components",
                method + " is understood on /vNN.N/{phone-number-id}/messages"
                        + " as POST only; the sandbox's own pages are under /_sandbox/");
    }

    private static Outcome tooLarge() {
        return error(
                413, 100, "Request entity too large", "A request holds at most %d bytes".formatted(RequestBody.MOST));
    }

    private static Outcome error(int status, int code, String title, String details) {
        return Outcome.now(new MetaError(code, OptionalInt.empty(), status, MetaError.OAUTH, title, details).answer());
    }
}
