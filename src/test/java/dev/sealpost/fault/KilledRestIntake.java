package dev.sealpost.fault;

import static dev.sealpost.testing.Installation.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.testing.RestCaller;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** {@code kill -9} in the middle of a batch that is posted. */
abstract class KilledRestIntake extends KillableHub {

    private static final int EVENTS = 3_000;
    private static final String PERSON = "+351915561001";

    private final JdbcTemplate database = new JdbcTemplate(new DriverManagerDataSource(
            SHOP.settings().get("spring.datasource.url"),
            SHOP.settings().get("spring.datasource.username"),
            SHOP.settings().get("spring.datasource.password")));
    private final int before = messages();
    private final int lettersBefore = deadLetters();

    @Test
    void isSentAgainUnderItsKeyAndNothingIsLostOrDoubled() {
        hub.grant(PERSON, "order-updates");
        RestCaller rest = new RestCaller(hub.uri(), hub.key());
        String key = "\"" + UUID.randomUUID() + "\"";
        String body =
                IntStream.range(0, EVENTS).mapToObj(KilledRestIntake::line).collect(Collectors.joining("\n"));
        CompletableFuture<HttpResponse<String>> first = CompletableFuture.supplyAsync(() -> rest.postLines(body, key));
        Awaitility.await("a part of it is committed")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> messages() > before);

        kill();
        int committed = messages() - before;
        restart();
        HttpResponse<String> again = rest.postLines(body, key);

        assertThat(committed).isPositive().isLessThan(EVENTS);
        assertThat(first).failsWithin(Duration.ofSeconds(30));
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.body().lines()).hasSize(EVENTS).noneMatch(line -> line.contains("problem"));
        assertThat(again.body()).doesNotContain("duplicate");
        assertThat(messages() - before).isEqualTo(EVENTS);
        assertThat(deadLetters() - lettersBefore).isEqualTo(EVENTS / 100);
        Awaitility.await("what the kill caught on its way is known to be uncertain")
                .atMost(Duration.ofSeconds(60))
                .until(() -> SHOP.phone().messagesTo(PERSON).size() + uncertain() == EVENTS / 1_000);
    }

    private long uncertain() {
        return IntStream.range(0, EVENTS / 1_000)
                .mapToObj(i -> hub.message(FLOW, "P-" + 1_000 * i).orElseThrow())
                .filter(message -> message.path("state").asText().equals("UNCERTAIN"))
                .count();
    }

    /** Most are for people who never agreed; one in a thousand is sent, one in a hundred has no id that could tell it twice. */
    private static String line(int i) {
        String event = i % 100 == 50
                ? "{\"noId\":%d}".formatted(i)
                : order("P-" + i, i % 1_000 == 0 ? PERSON : "+351915562%03d".formatted(i % 1_000));
        return "{\"flow\":\"" + FLOW + "\",\"event\":" + event + "}";
    }

    private int messages() {
        return database.queryForObject("SELECT count(*) FROM message WHERE flow = ?", Integer.class, FLOW);
    }

    private int deadLetters() {
        return database.queryForObject("SELECT count(*) FROM dead_letter", Integer.class);
    }
}
