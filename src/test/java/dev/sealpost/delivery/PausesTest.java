package dev.sealpost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.audit.AuditKind;
import dev.sealpost.audit.AuditRecord;
import dev.sealpost.message.Reason;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.pause.NewPause;
import dev.sealpost.pause.PauseScope;
import dev.sealpost.pause.Pauses;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a pause holds back, what it lets pass, and that lifting it loses nothing. */
class PausesTest extends DispatchingTest {

    private static final Reason WRONG_PRICE = Reason.of("wrong-price");

    @Autowired
    Pauses pauses;

    @Autowired
    HeldMessages held;

    @Test
    void templateThatIsPausedHoldsItsMessagesAndNoOthersAlsoNotOfTheSamePerson() {
        SubjectRef person = SubjectRef.random();
        QueuedMessage paused = letters.queued(letters.to(person, TestPurposes.RESENT));
        QueuedMessage other = letters.queued(letters.to(person, TestPurposes.RESENT));
        rows.execute("UPDATE message SET template = 'welcome' WHERE id = '%s'".formatted(id(other)));
        begin(PauseScope.TEMPLATE, "order_shipped");

        start();

        awaitState(other, "SENT");
        assertThat(rows.of(id(paused))).containsEntry("state", "QUEUED").containsEntry("held", true);
        assertThat((String) rows.of(id(paused)).get("reason")).startsWith("paused: TEMPLATE order_shipped");
        assertThat(channel.sent()).containsExactly(id(other));
        lift(PauseScope.TEMPLATE, "order_shipped");
        awaitState(paused, "SENT");
    }

    @Test
    void countryThatIsPausedHoldsItsMessagesOnly() {
        QueuedMessage toPortugal = letters.queued(letters.toSomebody());
        QueuedMessage toSpain = letters.queued(letters.toSomebody());
        rows.execute("UPDATE message SET country = 'ES' WHERE id = '%s'".formatted(id(toSpain)));
        begin(PauseScope.COUNTRY, PauseScope.countryKey(TestChannel.ACCOUNT, "PT"));

        start();

        awaitState(toSpain, "SENT");
        assertThat(rows.of(id(toPortugal))).containsEntry("state", "QUEUED").containsEntry("held", true);
        lift(PauseScope.COUNTRY, PauseScope.countryKey(TestChannel.ACCOUNT, "PT"));
        awaitState(toPortugal, "SENT");
    }

    @Test
    void accountThatIsPausedStopsItsSendersAndNothingIsHeldOneByOne() {
        begin(PauseScope.ACCOUNT, TestChannel.ACCOUNT);
        QueuedMessage message = letters.queued(letters.toSomebody());
        start();

        await().during(Duration.ofMillis(300)).until(() -> channel.sent().isEmpty());

        assertThat(rows.of(id(message))).containsEntry("state", "QUEUED").containsEntry("held", false);
        lift(PauseScope.ACCOUNT, TestChannel.ACCOUNT);
        awaitState(message, "SENT");
    }

    @Test
    void whatIsHeldStillFailsWhenItsTimeToLiveEnds() {
        QueuedMessage message = letters.queued(letters.toSomebody());
        begin(PauseScope.TEMPLATE, "order_shipped");
        start();
        await().until(() -> (boolean) rows.of(id(message)).get("held"));

        rows.execute("UPDATE message SET expires_at = now()");

        awaitState(message, "FAILED");
        assertThat(rows.of(id(message))).containsEntry("held", false);
    }

    @Test
    void pauseThatBeginsTwiceIsOneAndBothEndsAreInTheAudit() {
        begin(PauseScope.SENDER, TestChannel.SENDER);
        begin(PauseScope.SENDER, TestChannel.SENDER);

        lift(PauseScope.SENDER, TestChannel.SENDER);
        lift(PauseScope.SENDER, TestChannel.SENDER);

        assertThat(rows.count("pause")).isEqualTo(1);
        assertThat(entries(AuditKind.PAUSE_BEGUN)).singleElement().satisfies(entry -> {
            assertThat(entry.reason()).isEqualTo(WRONG_PRICE);
            assertThat(entry.evidence()).containsEntry("scope", "SENDER").containsEntry("key", TestChannel.SENDER);
        });
        assertThat(entries(AuditKind.PAUSE_LIFTED)).singleElement().satisfies(entry -> assertThat(entry.actor())
                .isEqualTo("key:7"));
    }

    @Test
    void pauseForATimeEndsByItself() {
        inTransaction(() -> pauses.begin(List.of(new NewPause(
                PauseScope.SENDER,
                TestChannel.SENDER,
                WRONG_PRICE,
                null,
                false,
                Instant.now().plusMillis(300),
                "key:7"))));
        QueuedMessage message = letters.queued(letters.toSomebody());

        start();

        awaitState(message, "SENT");
        await().until(() -> rows.count("pause WHERE lifted_by = 'hub'") == 1);
    }

    @Test
    void refusalPausesInTheTransactionThatWritesItDownOnceForAllOfABatch() {
        var refused = new DeliveryOutcome.RetryLater(
                Reason.of("template-paused"), 132015, null, Scope.PAUSED, Set.of(Effect.PAUSE_TEMPLATE));
        channel.answers(refused);
        letters.enqueue(letters.toDifferentPeople(50));

        start();

        await().until(() -> rows.count("message WHERE held") == 50);
        assertThat(rows.count("message WHERE refusals > 0")).isZero();
        assertThat(entries(AuditKind.PAUSE_BEGUN)).singleElement().satisfies(entry -> assertThat(entry.evidence())
                .containsEntry("errorCode", "132015"));
        assertThat(rows.count("pause WHERE code = 132015 AND next_probe_at IS NOT NULL"))
                .isEqualTo(1);
    }

    @Test
    void claimThatIsUnderWayWhenAPauseIsLiftedHoldsNothingForEver() throws Exception {
        begin(PauseScope.TEMPLATE, "order_shipped");
        QueuedMessage message = letters.queued(letters.toSomebody());
        var lifting = new CompletableFuture<?>[1];

        inTransaction(() -> {
            pauses.hold();
            lifting[0] = CompletableFuture.runAsync(() -> lift(PauseScope.TEMPLATE, "order_shipped"));
            rows.execute("UPDATE message SET held = true");
            assertThat(lifting[0]).isNotDone();
        });
        lifting[0].get();
        while (held.sweep()) {
            assertThat(rows.count("pause WHERE released_at IS NULL")).isLessThanOrEqualTo(1);
        }

        assertThat(rows.of(id(message))).containsEntry("held", false);
    }

    @Test
    void rowThatIsLockedWhileItsPauseIsReleasedIsReleasedToo() throws Exception {
        QueuedMessage message = letters.queued(letters.toSomebody());
        begin(PauseScope.TEMPLATE, "order_shipped");
        rows.execute("UPDATE message SET held = true");
        lift(PauseScope.TEMPLATE, "order_shipped");
        var releasing = new CompletableFuture<?>[1];

        inTransaction(() -> {
            rows.execute("UPDATE message SET updated_at = now()");
            releasing[0] = CompletableFuture.runAsync(() -> held.sweep());
            await().during(Duration.ofMillis(200)).until(() -> rows.count("pause WHERE released_at IS NULL") == 1);
        });
        releasing[0].get();

        assertThat(rows.of(id(message))).containsEntry("held", false);
    }

    @Test
    void refusalOfTheTemplateThatGoesInThePlaceOfAMessagePausesThatOne() {
        channel.answers(new DeliveryOutcome.RetryLater(
                Reason.of("template-paused"), 132015, null, Scope.PAUSED, Set.of(Effect.PAUSE_TEMPLATE)));
        letters.queued(letters.toSomebody());
        rows.execute("UPDATE message SET template = 'help'");

        start();

        await().until(() -> rows.count("pause WHERE scope = 'TEMPLATE' AND key = 'news'") == 1);
        assertThat(rows.count("pause WHERE key = 'help'")).isZero();
    }

    @Test
    void stopOfMarketingEndsTheConsentToEveryPurposeThatIsMarketing() {
        var stopped = new DeliveryOutcome.Rejected(
                Reason.of("marketing-stopped"), 131050, true, Set.of(Effect.WITHDRAW_MARKETING));
        channel.answers(stopped);
        QueuedMessage message = letters.queued(letters.toSomebody());

        start();

        awaitState(message, "FAILED");
        assertThat(stops.all())
                .filteredOn(
                        stop -> stop.subject().equals(message.sealed().origin().subject()))
                .extracting(stop -> stop.purpose())
                .containsExactlyInAnyOrder("offers", "news");
    }

    @Autowired
    TestStops stops;

    private List<AuditRecord> entries(AuditKind kind) {
        return audit.all().stream()
                .filter(entry -> entry.kind() == kind)
                .filter(entry -> rows.count("pause WHERE id = '%s'"
                                .formatted(entry.evidence().get("pause")))
                        == 1)
                .toList();
    }

    private void begin(PauseScope scope, String key) {
        inTransaction(() -> pauses.begin(List.of(new NewPause(scope, key, WRONG_PRICE, null, false, null, "key:7"))));
    }

    private void lift(PauseScope scope, String key) {
        pauses.lift(scope, key, Set.of(), "key:7");
    }
}
