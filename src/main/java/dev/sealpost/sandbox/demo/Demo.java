package dev.sealpost.sandbox.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;

/**
 * The demo shop: an outside business system that records consents over REST, drops events on Kafka and asks the hub what
 * became of them, once for each sandbox. It uses what any business system can use, and no more.
 */
public final class Demo {
    private final HubApi hub;
    private final String brokers;
    private final Phones phones;
    private final Path done;
    private final Narrator narrator;

    /**
     * @param hub the hub's REST API
     * @param apiKey for it
     * @param cloudApi the sandbox's WhatsApp
     * @param directory where {@code demo.done} says that the demo was sent
     */
    public Demo(URI hub, String apiKey, String brokers, URI cloudApi, Path directory, PrintStream out) {
        this.hub = new HubApi(hub, apiKey);
        this.brokers = brokers;
        this.phones = new Phones(cloudApi);
        this.done = directory.resolve("demo.done");
        this.narrator = new Narrator(out);
    }

    /** Tells every story, or says that it was told before. A failure is told, and the next start tries again. */
    public void run() {
        if (Files.exists(done)) {
            narrator.toldBefore(done);
            return;
        }
        try (var shop = new Shop(brokers)) {
            tell(shop);
            Files.writeString(done, Instant.now().toString());
        } catch (IOException | UncheckedIOException e) {
            narrator.brokenOff(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Shop shop) throws IOException, InterruptedException {
        Iterator<Story> stories = Stories.all().iterator();
        narrator.begin();
        for (int number = 1; stories.hasNext(); number++) {
            Story story = stories.next();
            narrator.title(number, story);
            Instant start = Instant.now();
            story.prepare(hub);
            shop.drop(story.event());
            narrator.tell(story, new Outcomes(hub, start).of(story), phones.partOf(story));
        }
        narrator.end();
    }
}
