package dev.sealpost.whatsapp.inbound;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Webhooks that other people's clients are tested with: each goes to the hub as Meta would send it, and it is seen what became of it. */
final class ForeignWebhooks {

    private static final Path EXPECTED = Path.of("src/test/resources/whatsapp/foreign-webhooks.txt");

    private final InboundHub hub;
    private final JdbcClient jdbc;
    private final MeterRegistry meters;

    ForeignWebhooks(InboundHub hub, JdbcClient jdbc, MeterRegistry meters) {
        this.hub = hub;
        this.jdbc = jdbc;
        this.meters = meters;
    }

    List<String> expected() throws IOException {
        return Files.readAllLines(EXPECTED).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    /** One line each: file, what was counted, the kinds taken in, whether a part was kept as unknown. */
    List<String> outcomes(Path directory) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(directory)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        List<String> outcomes = new ArrayList<>();
        for (Path file : files) {
            outcomes.add(file.getFileName() + ": " + outcome(Files.readAllBytes(file)));
        }
        return outcomes;
    }

    /** Several of them have the same id of a message: what one left is taken away before the next. */
    private String outcome(byte[] body) {
        jdbc.sql("DELETE FROM inbound_message").update();
        Map<String, Double> before = counts();
        int letters = letters();
        hub.post(body);
        fast().until(() -> jdbc.sql("SELECT count(*) FROM webhook_inbox")
                        .query(Integer.class)
                        .single()
                == 0);
        Map<String, Double> after = awaitCounts(before);
        after.entrySet().removeIf(count -> count.getValue().equals(before.get(count.getKey())));
        List<String> taken = jdbc.sql("SELECT kind FROM inbound_message ORDER BY kind")
                .query(String.class)
                .list();
        return String.join(" ", after.keySet())
                + (taken.isEmpty() ? "" : " taken in as " + String.join(" ", taken))
                + (letters() == letters ? "" : " kept as unknown");
    }

    /** Counted right after the transaction, and each has something to count. */
    private Map<String, Double> awaitCounts(Map<String, Double> before) {
        return fast().until(this::counts, counts -> !counts.equals(before));
    }

    private static ConditionFactory fast() {
        return await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5));
    }

    private Map<String, Double> counts() {
        Map<String, Double> counts = new TreeMap<>();
        for (Counter counter : meters.find("sealpost.whatsapp.webhook").counters()) {
            counts.put(counter.getId().getTag("kind"), counter.count());
        }
        return counts;
    }

    private int letters() {
        return jdbc.sql("SELECT count(*) FROM dead_letter WHERE flow = 'whatsapp-webhook'")
                .query(Integer.class)
                .single();
    }
}
