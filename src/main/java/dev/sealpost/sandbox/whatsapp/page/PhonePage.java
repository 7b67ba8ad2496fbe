package dev.sealpost.sandbox.whatsapp.page;

import com.sun.net.httpserver.HttpHandler;
import dev.sealpost.sandbox.net.LoopbackServer;
import java.util.List;

/** Puts the page together. */
public final class PhonePage implements AutoCloseable {
    private final Listeners listeners = new Listeners();
    private final PageThreads threads = new PageThreads();
    private final HttpHandler files = new ThisMachine(new PageFiles());
    private final HttpHandler media;
    private final HttpHandler chats;

    public PhonePage(
            Correspondence toPeople,
            Correspondence toBusiness,
            TemplateTexts templates,
            UploadedMedia media,
            List<BusinessNumber> numbers) {
        var index = new ChatIndex(toPeople, toBusiness);
        var views = new ChatViews(toPeople, toBusiness, new Rendering(templates));
        var feed = new Feed(index, views);
        this.media = threads.around(new ThisMachine(new MediaFiles(media)));
        chats = threads.around(new ThisMachine(new ChatsApi(new Chats(index, views, feed, numbers), feed, listeners)));
    }

    /** @param others answers what is asked for at {@code /} beside the page */
    public void serve(LoopbackServer server, HttpHandler others) {
        server.serve("/", exchange -> {
            boolean page = exchange.getRequestMethod().equals("GET")
                    && exchange.getRequestURI().getPath().equals("/");
            (page ? files : others).handle(exchange);
        });
        server.serve(PageFiles.PATH, files).serve(MediaFiles.PATH, media).serve(ChatsApi.PATH, chats);
    }

    @Override
    public void close() {
        listeners.close();
        threads.close();
    }
}
