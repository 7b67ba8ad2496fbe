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
 * The demo shop and a clinic: outside business systems that record consents over REST, drop events on Kafka or send mails, and ask
 * the hub what became of them, once for each sandbox. They use what any business system can use, and no more.
 */
public final class Demo {
    private final HubApi hub;
    private final String brokers;
    private final Clinic clinic;
    private final Crm crm;
    private final Phones phones;
    private final Path done;
    private final Narrator narrator;

    /**
     * @param hub the hub's REST API
     * @param apiKey for it
     * @param systems those that it uses
     * @param directory where {@code demo.done} says that the demo was sent
     */
    public Demo(URI hub, String apiKey, Systems systems, Path directory, PrintStream out) {
        this.hub = new HubApi(hub, apiKey);
        this.brokers = systems.brokers();
        this.clinic = new Clinic(systems.smtpPort());
        this.crm = new Crm(systems.crm());
        this.phones = new Phones(systems.cloudApi());
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
            switch (story.sender()) {
                case SHOP -> shop.drop(story.event());
                case CLINIC -> clinic.send(story.event());
                case CRM -> crm.edit(story.event());
            }
            narrator.tell(story, new Outcomes(hub, start).of(story), phones.partOf(story));
        }
        narrator.end();
    }
}
