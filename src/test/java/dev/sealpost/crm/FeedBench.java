package dev.sealpost.crm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sealpost.audit.AuditRecord;
import dev.sealpost.intake.EventBatch;
import dev.sealpost.message.FieldPath;
import dev.sealpost.testing.OwnCrm;
import dev.sealpost.testing.Parts;
import dev.sealpost.vault.BlindIndex;
import dev.sealpost.vault.DataKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A hub's poller of the sandbox's CRM on a database of its own, and what it handed over. */
final class FeedBench {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration INTERVAL = Duration.ofMillis(20);

    private final OwnCrm crm;
    private Connection.Auth auth;
    private final JdbcClient jdbc = JdbcClient.create(Parts.database().dataSource());
    private final Cursors cursors = new Cursors(jdbc, use -> new Mirror());
    private final FeedStatuses statuses = new FeedStatuses();
    private final List<JsonNode> events = new ArrayList<>();
    private final List<Integer> batches = new ArrayList<>();
    private final List<AuditRecord> audited = new ArrayList<>();
    private Feed feed;
    private Poller poller;
    private int failAt;

    FeedBench(OwnCrm crm) {
        this.crm = crm;
        this.auth = new Connection.Auth.ClientCredentials(
                crm.uri().resolve("/oauth/token"), OwnCrm.CLIENT_ID, OwnCrm.CLIENT_SECRET, null);
        paging("cursor", "$.nextCursor");
    }

    FeedBench key(String header, String value) {
        auth = new Connection.Auth.Key(header, value);
        return paging("cursor", "$.nextCursor");
    }

    FeedBench paging(String mode, String next) {
        var connection =
                new Connection("shop-crm", crm.uri(), auth, Duration.ofSeconds(1), Duration.ofSeconds(1), 1024 * 1024);
        var paging = new Paging(
                Paging.Mode.valueOf(mode.toUpperCase(Locale.ROOT)),
                next.startsWith("$") ? FieldPath.of(next) : null,
                mode.equals("page") ? "page" : "cursor",
                1,
                "limit",
                3);
        feed = new Feed(
                "crm-opt-in",
                connection,
                "/contacts",
                FieldPath.of("$.contacts"),
                FieldPath.of("$.id"),
                FieldPath.of("$.modifiedAt"),
                "modifiedSince",
                SinceFormat.ISO,
                paging,
                INTERVAL,
                Duration.ofMinutes(2),
                FieldPath.of("$.whatsappOptIn"));
        return restart();
    }

    /** All that a hub keeps in memory is gone. */
    FeedBench restart() {
        poller = new Poller(
                new Poller.Parts(
                        feed,
                        new CrmClient(feed.connection()),
                        new PageAddress(feed),
                        new PageReader(feed),
                        new ChangeReader(
                                feed,
                                (domain, value) ->
                                        new BlindIndex((domain + value.hashCode()).getBytes(StandardCharsets.UTF_8))),
                        cursors,
                        new Recent()),
                statuses,
                new PollAudit(audited::addAll, TransactionOperations.withoutTransaction()));
        return this;
    }

    FeedBench failingAtBatch(int number) {
        failAt = number;
        return this;
    }

    /** Waits until a poll is due and makes it. */
    void poll() {
        int before = crm.pages() + crm.tokens();
        Awaitility.await()
                .pollInterval(INTERVAL)
                .pollDelay(Duration.ZERO)
                .atMost(Duration.ofSeconds(10))
                .until(() -> {
                    pollOnce();
                    return crm.pages() + crm.tokens() > before;
                });
    }

    /** Makes a poll if one is due. */
    void pollOnce() {
        poller.poll(this::accept, () -> true);
    }

    private Optional<Stop> accept(EventBatch batch) {
        if (batches.size() + 1 == failAt) {
            failAt = 0;
            return Optional.of(Stop.because("not-committed"));
        }
        batch.commit();
        batches.add(batch.events().size());
        batch.events().forEach(event -> events.add(parsed(event.body())));
        return Optional.empty();
    }

    private static JsonNode parsed(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> ids() {
        return events.stream()
                .map(event -> event.path("item").path("id").asText())
                .toList();
    }

    List<String> changeIds() {
        return events.stream()
                .map(event -> event.path("changeId").textValue())
                .filter(Objects::nonNull)
                .toList();
    }

    long eventsWithoutChangeId() {
        return events.stream().filter(event -> !event.has("changeId")).count();
    }

    List<Integer> batches() {
        return batches;
    }

    List<String> stops() {
        return audited.stream().map(entry -> entry.reason().word()).toList();
    }

    List<Duration> waits() {
        return audited.stream()
                .map(entry -> Duration.ofMillis(Long.parseLong(entry.evidence().get("retryAfterMs"))))
                .toList();
    }

    FeedStatus status() {
        return statuses.statuses().get(0);
    }

    Cursor claim() {
        return cursors.claim(feed).orElseThrow();
    }

    void advance(Cursor to) {
        cursors.advance(feed, to);
    }

    long secondsUntilNextPoll() {
        return jdbc.sql("SELECT round(extract(epoch FROM next_poll_at - now())) FROM crm_cursor")
                .query(Long.class)
                .single();
    }

    String storedPlace() {
        byte[] place =
                jdbc.sql("SELECT place FROM crm_cursor").query(byte[].class).single();
        return new String(place, StandardCharsets.ISO_8859_1);
    }

    /** Stands in for the vault: what it seals is not what it was given. */
    private static final class Mirror implements DataKey {

        @Override
        public byte[] seal(byte[] plaintext, byte[] associatedData) {
            return new StringBuilder(new String(plaintext, StandardCharsets.ISO_8859_1))
                    .reverse()
                    .toString()
                    .getBytes(StandardCharsets.ISO_8859_1);
        }

        @Override
        public byte[] open(byte[] ciphertext, byte[] associatedData) {
            return seal(ciphertext, associatedData);
        }
    }
}
