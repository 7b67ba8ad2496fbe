package dev.sealpost.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealpost.testing.OwnCrm;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Polls of the sandbox's CRM, seven contacts in pages of three, with the cursor in a real database. */
@DisplayName("A poll of a CRM")
class PollerTest {

    private static final List<String> ALL =
            IntStream.rangeClosed(1, 7).mapToObj(i -> "c-" + i).toList();

    @TempDir
    private Path directory;

    private OwnCrm crm;
    private FeedBench hub;

    @BeforeEach
    void start() {
        crm = OwnCrm.start(directory, 0);
        ALL.forEach(id -> crm.optIn(id, "+35191444010" + id.charAt(2)));
        hub = new FeedBench(crm);
    }

    @AfterEach
    void stop() throws Exception {
        crm.close();
    }

    @ParameterizedTest(name = "{0} by {1}")
    @CsvSource({
        "cursor, $.nextCursor",
        "link, $.next",
        "link, Link",
        "page, $.hasMore",
        "page, ''",
    })
    void readsTheWholeListPageByPage(String mode, String next) {
        hub.paging(mode, next).poll();

        assertThat(hub.ids()).containsExactlyElementsOf(ALL);
        assertThat(hub.batches()).containsExactly(3, 3, 1);
        assertThat(hub.stops()).isEmpty();
    }

    @Test
    void readsTheFirstPageOnlyWhereThereIsNoOther() {
        hub.paging("none", "").poll();

        assertThat(hub.ids()).containsExactlyElementsOf(ALL.subList(0, 3));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "html, not-json",
        "half-body, unreachable",
        "large, too-large",
        "no-list, malformed",
        "redirect, redirected",
        "outage, unavailable",
        "throttle, throttled",
        "slow, timeout",
        "no-token, no-token",
        "drip, timeout",
        "endless, too-large",
        "deep, not-json",
        "crowded, too-large",
    })
    void stopsAtAnAnswerThatIsNoPageSaysWhyAndLosesNothing(String fault, String reason) {
        crm.order("{\"kind\":\"%s\",\"milliseconds\":2500}".formatted(fault));
        hub.poll();

        assertThat(hub.ids()).isEmpty();
        assertThat(hub.stops()).containsExactly(reason);

        crm.clearFaults();
        hub.restart().poll();
        assertThat(hub.ids()).containsExactlyElementsOf(ALL);
        assertThat(hub.stops()).containsExactly(reason);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "same-page, cursor, $.nextCursor, same-page",
        "cursor-back, cursor, $.nextCursor, repeating-cursor",
        "foreign-link, link, $.next, foreign-link",
        "foreign-link, link, Link, foreign-link"
    })
    void stopsAtAListThatLeadsNowhereAndReadsItAgainFromItsBeginning(
            String fault, String mode, String next, String reason) {
        crm.order("{\"kind\":\"%s\"}".formatted(fault));
        hub.paging(mode, next).poll();
        assertThat(hub.stops()).containsExactly(reason);

        crm.clearFaults();
        hub.restart().poll();
        assertThat(hub.ids()).containsAll(ALL);
        assertThat(hub.stops()).containsExactly(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"seconds", "date"})
    void waitsAsLongAsTheCrmAsksForAlsoAfterARestart(String form) {
        String value = form.equals("seconds")
                ? "600"
                : DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        Instant.now().plusSeconds(600).atOffset(ZoneOffset.UTC));
        crm.order("{\"kind\":\"throttle\",\"retryAfter\":\"%s\",\"count\":1}".formatted(value));
        hub.poll();
        int asked = crm.pages();

        hub.restart().pollOnce();

        assertThat(crm.pages()).isEqualTo(asked);
        assertThat(hub.status().trouble())
                .hasValueSatisfying(why -> assertThat(why.word()).isEqualTo("throttled"));
        assertThat(hub.secondsUntilNextPoll()).isBetween(500L, 600L);
    }

    @Test
    void goesOnWhenTheTimeThatTheCrmAskedForIsOver() {
        crm.order("{\"kind\":\"throttle\",\"retryAfter\":\"1\",\"count\":1}");
        Instant start = Instant.now();
        hub.poll();

        hub.poll();

        assertThat(hub.ids()).containsExactlyElementsOf(ALL);
        assertThat(hub.stops()).containsExactly("throttled");
        assertThat(start).isBefore(Instant.now().minusSeconds(1));
    }

    @Test
    void isNotKeptWaitingLongerThanAnHour() {
        crm.order("{\"kind\":\"throttle\",\"retryAfter\":\"999999999\",\"count\":1}");
        hub.poll();

        assertThat(hub.secondsUntilNextPoll()).isBetween(3500L, 3600L);
    }

    @Test
    void takesOneNewTokenForAnExpiredOne() {
        hub.poll();
        crm.order("{\"kind\":\"expired-token\",\"count\":1}");
        crm.optIn("c-8", "+351914440108");
        hub.poll();

        assertThat(hub.ids()).contains("c-8");
        assertThat(hub.stops()).isEmpty();
        assertThat(crm.tokens()).isEqualTo(2);
    }

    @Test
    void givesUpWhereNoTokenIsTaken() {
        crm.order("{\"kind\":\"expired-token\"}");
        hub.poll();

        assertThat(hub.stops()).containsExactly("unauthorised");
        assertThat(crm.tokens()).isEqualTo(2);
    }

    @Test
    void showsAKeyInTheHeaderItIsFor() {
        hub.key("X-Api-Key", OwnCrm.CLIENT_SECRET).poll();

        assertThat(hub.ids()).containsExactlyElementsOf(ALL);
        assertThat(crm.tokens()).isZero();
    }

    @Test
    void givesUpAtOnceWhereAKeyIsNotTaken() {
        hub.key("X-Api-Key", "not-the-key").poll();

        assertThat(hub.stops()).containsExactly("unauthorised");
        assertThat(crm.pages()).isEqualTo(1);
        assertThat(hub.status().trouble().orElseThrow().toString()).doesNotContain("not-the-key");
    }

    @Test
    void goesOnAfterARestartBehindWhatWasCommitted() {
        hub.failingAtBatch(2).poll();
        assertThat(hub.ids()).containsExactlyElementsOf(ALL.subList(0, 3));

        hub.restart().poll();

        assertThat(hub.ids()).containsExactlyElementsOf(ALL);
    }

    @Test
    void handsOverWhatAnOverlapListsAgainOnlyIfItForgotIt() {
        hub.poll();
        hub.poll();
        assertThat(hub.ids()).hasSize(7);

        hub.restart().poll();

        assertThat(hub.changeIds()).hasSize(14);
        assertThat(new HashSet<>(hub.changeIds())).hasSize(7);
    }

    @Test
    void handsOverAChangeUnderAnotherId() {
        hub.poll();
        crm.put("c-3", "{\"name\":\"Ana S.\"}");
        hub.poll();

        assertThat(hub.changeIds())
                .filteredOn(id -> id.startsWith("c-3@"))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void handsOverItemsWithoutIdOrTimeForReceiveToSetAside() {
        crm.add("{\"phone\":\"+351914440110\",\"whatsappOptIn\":true,\"modifiedAt\":\"2026-11-25T10:00:00Z\"}");
        crm.add("{\"id\":\"c-9\",\"phone\":\"+351914440110\",\"whatsappOptIn\":\"true\",\"modifiedAt\":\"yesterday\"}");
        crm.optIn("c-10", "+351914440110");
        hub.poll();

        assertThat(hub.eventsWithoutChangeId()).isEqualTo(2);
        assertThat(hub.ids()).contains("c-10");
    }

    @Test
    void leavesOutWhoDidNotOptIn() {
        crm.put("c-2", "{\"whatsappOptIn\":false}");
        crm.put("c-4", "{\"whatsappOptIn\":null}");
        hub.poll();

        assertThat(hub.ids()).hasSize(5).doesNotContain("c-2", "c-4");
    }

    @Test
    void isNotBlindedByAContactThatWasChangedInTheFuture() {
        crm.put("c-7", "{\"modifiedAt\":\"2099-01-01T00:00:00Z\"}");
        hub.poll();
        crm.optIn("c-8", "+351914440108");
        hub.restart().poll();

        assertThat(hub.ids()).contains("c-7", "c-8");
    }

    @Test
    void ofTwoHubsAtOnceIsCommittedByOne() {
        Cursor cursor = hub.claim();
        hub.advance(cursor.completed(Instant.now()));

        assertThatThrownBy(() -> hub.advance(cursor.completed(Instant.now())))
                .isInstanceOf(Cursors.MovedMeanwhile.class);
    }

    @Test
    void keepsItsPlaceSealed() {
        hub.failingAtBatch(2).poll();

        assertThat(hub.storedPlace()).isNotEmpty().doesNotContain("nextCursor", "MjAy");
    }

    @Test
    void backsOffAsLongAsItFails() {
        crm.order("{\"kind\":\"outage\"}");
        IntStream.range(0, 4).forEach(i -> hub.poll());

        assertThat(hub.waits()).hasSize(4).isSorted();
        assertThat(hub.waits().get(3)).isGreaterThan(hub.waits().get(0).multipliedBy(4));
        assertThat(hub.waits().get(3)).isLessThan(Duration.ofMinutes(5));
    }
}
