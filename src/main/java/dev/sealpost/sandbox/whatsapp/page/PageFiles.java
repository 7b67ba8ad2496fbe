package dev.sealpost.sandbox.whatsapp.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.sealpost.sandbox.whatsapp.wire.Problem;
import dev.sealpost.sandbox.whatsapp.wire.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/** The page's files, from {@code sandbox/whatsapp/} of the class path; whatever else is asked for at {@code /} is another's. */
final class PageFiles implements HttpHandler {
    static final String PATH = "/page/";

    private static final String FOLDER = "/sandbox/whatsapp/";
    private static final Map<String, String> TYPES = Map.of(
            "index.html", "text/html; charset=utf-8",
            "page.css", "text/css; charset=utf-8",
            "icon.svg", "image/svg+xml");
    private static final String SCRIPT = "text/javascript; charset=utf-8";

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String name = path.equals("/") ? "index.html" : path.substring(PATH.length());
        PageAnswer.send(exchange, file(name));
    }

    private static Reply.Answer file(String name) throws IOException {
        Optional<String> type = type(name);
        if (type.isPresent()) {
            try (InputStream file = PageFiles.class.getResourceAsStream(FOLDER + name)) {
                if (file != null) {
                    return new Reply.Answer(200, Map.of("Content-Type", type.get()), file.readAllBytes());
                }
            }
        }
        return new Problem(404, "Not found", "The page is at /").answer();
    }

    private static Optional<String> type(String name) {
        return name.matches("[a-z]+\\.js") ? Optional.of(SCRIPT) : Optional.ofNullable(TYPES.get(name));
    }
}
