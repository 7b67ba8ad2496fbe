package dev.sealpost.sandbox.whatsapp.page;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.sealpost.sandbox.whatsapp.page.UploadedMedia.Medium;
import dev.sealpost.sandbox.whatsapp.wire.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of messages: shown where a browser can show the type and no script could be in it, otherwise to be saved. */
final class MediaFiles implements HttpHandler {
    static final String PATH = "/_sandbox/chats/media/";

    private static final Pattern FILE = Pattern.compile(PATH + "([0-9]{1,30})/([0-9A-Za-z_-]{1,60})");
    private static final Set<String> SHOWN = Set.of(
            "image/jpeg", "image/png", "image/webp", "video/mp4", "audio/aac", "audio/mp4", "audio/mpeg", "audio/ogg");

    private final UploadedMedia media;

    MediaFiles(UploadedMedia media) {
        this.media = media;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Matcher path = FILE.matcher(exchange.getRequestURI().getPath());
        Optional<Medium> medium = path.matches() ? media.find(path.group(1), path.group(2)) : Optional.empty();
        if (medium.isPresent() && Files.isReadable(medium.get().file())) {
            send(exchange, medium.get());
        } else {
            PageAnswer.send(exchange, new Problem(404, "Not found", "There is no such file, or not any more").answer());
        }
    }

    private static void send(HttpExchange exchange, Medium medium) throws IOException {
        try (exchange) {
            Headers headers = exchange.getResponseHeaders();
            PageAnswer.guard(headers);
            String type = medium.type().replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
            headers.set("Content-Type", SHOWN.contains(type) ? type : "application/octet-stream");
            if (!SHOWN.contains(type)) {
                headers.set("Content-Disposition", "attachment");
            }
            exchange.sendResponseHeaders(200, Files.size(medium.file()));
            Files.copy(medium.file(), exchange.getResponseBody());
        }
    }
}
