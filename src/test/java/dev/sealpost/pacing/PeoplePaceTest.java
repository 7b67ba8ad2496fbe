package dev.sealpost.pacing;

import static dev.sealpost.pacing.Paces.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sealpost.message.SubjectRef;
import dev.sealpost.window.Chat;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("People are written to")
class PeoplePaceTest {

    private static final int ANY_NUMBER = PacedSender.UNLIMITED;

    private final Paces paces = new Paces();
    private final SubjectRef ana = SubjectRef.random();
    private final SubjectRef ben = SubjectRef.random();

    @Nested
    @DisplayName("by one sender")
    class Pair {

        private final PeoplePace pace = paces.people(ANY_NUMBER);

        @Test
        void atOnceAsOftenAsTheBurstAllowsAndThenOnceAnInterval() {
            assertThat(Stream.generate(() -> send(ana)).limit(3)).allMatch(Map::isEmpty);

            Postponement fourth = only(send(ana));

            assertThat(fourth.reason().word()).isEqualTo("pair-limit");
            assertThat(fourth.until()).isCloseTo(Instant.now().plusSeconds(6), within(1, ChronoUnit.SECONDS));
            later(Duration.ofSeconds(6));
            assertThat(send(ana)).isEmpty();
            assertThat(send(ana)).hasSize(1);
        }

        @Test
        void withoutHoldingUpOthersOrOtherSenders() {
            Stream.generate(() -> send(ana)).limit(3).forEach(Map::isEmpty);

            assertThat(send(ana)).hasSize(1);
            assertThat(send(ben)).isEmpty();
            assertThat(paces.claim(pace, List.of(to(Paces.CLINIC, ana, false, false))))
                    .isEmpty();
        }

        @Test
        void afterAWaitThatGrowsFourfoldEachTimeMetaAsks() {
            List<Long> waits = new ArrayList<>();
            for (int strike = 0; strike < 4; strike++) {
                delay(ana);
                delay(ana);
                waits.add(Math.round(
                        Duration.between(Instant.now(), only(send(ana)).until()).toMillis() / 1000.0));
                paces.jdbc
                        .sql("UPDATE person_delay SET until = now() - interval '1 ms'")
                        .update();
            }

            assertThat(waits).containsExactly(4L, 16L, 64L, 256L);
            assertThat(send(ana)).as("when the wait is over").isEmpty();
            delay(ana);
            assertThat(only(send(ana)).reason().word()).isEqualTo("person-delayed");
            assertThat(send(ben)).isEmpty();
        }

        @Test
        void forgettingPairsThatAreRestedAgain() {
            send(ana);
            send(ben);
            later(Duration.ofSeconds(7));
            send(ben);

            new PairTable(paces.jdbc, Paces.settings(Duration.ofSeconds(6), 3, Duration.ofHours(24))).forget();

            assertThat(paces.jdbc
                            .sql("SELECT count(*) FROM pair_pace")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
        }

        private Map<?, Postponement> send(SubjectRef person) {
            return paces.claim(pace, List.of(to(person)));
        }

        private void delay(SubjectRef person) {
            paces.transaction.executeWithoutResult(
                    status -> pace.delay(List.of(new Chat(Paces.SHOP, person), new Chat(Paces.SHOP, person))));
        }

        private void later(Duration time) {
            paces.jdbc
                    .sql("UPDATE pair_pace SET tat = tat - ? * interval '1 ms'")
                    .param(time.toMillis())
                    .update();
        }
    }

    @Nested
    @DisplayName("by one portfolio")
    class Tier {

        private final List<SubjectRef> crowd =
                Stream.generate(SubjectRef::random).limit(10).toList();

        @Test
        void asManyAsTheTierAllowsOverAllItsSenders() {
            PeoplePace pace = paces.people(10);

            assertThat(paces.claim(pace, crowd.stream().map(Paces::to).toList()))
                    .isEmpty();
            Map<?, Postponement> eleventh = paces.claim(pace, List.of(to(Paces.CLINIC, ana, false, false)));

            assertThat(only(eleventh).reason().word()).isEqualTo("tier-limit");
        }

        @Test
        void againWithoutCountingTwice() {
            PeoplePace pace = paces.people(10);
            paces.claim(pace, crowd.stream().map(Paces::to).toList());

            assertThat(paces.claim(pace, crowd.stream().map(Paces::to).toList()))
                    .isEmpty();
        }

        @Test
        void withoutCountingWhileTheirWindowIsOpen() {
            PeoplePace pace = paces.people(1);
            paces.claim(pace, List.of(to(ben)));

            assertThat(paces.claim(pace, List.of(to(Paces.SHOP, ana, false, true))))
                    .isEmpty();
            assertThat(paces.claim(pace, List.of(to(ana)))).hasSize(1);
        }

        @Test
        void whenAPlaceBecomesFreeEachOnItsOwn() {
            PeoplePace pace = paces.people(10);
            paces.claim(pace, crowd.stream().map(Paces::to).toList());
            paces.jdbc
                    .sql(
                            "UPDATE tier_contact SET last_at = now() - interval '24 h' + (row_number * interval '10 s') FROM"
                                    + " (SELECT subject AS person, row_number() OVER (ORDER BY subject) FROM tier_contact) AS n"
                                    + " WHERE subject = person")
                    .update();

            Instant first = only(paces.claim(pace, List.of(to(ana)))).until();
            Instant second = only(paces.claim(pace, List.of(to(ben)))).until();

            assertThat(first).isCloseTo(Instant.now().plusSeconds(10), within(1, ChronoUnit.SECONDS));
            assertThat(second).isCloseTo(Instant.now().plusSeconds(20), within(1, ChronoUnit.SECONDS));
            paces.jdbc
                    .sql("UPDATE tier_contact SET last_at = last_at - interval '11 s'")
                    .update();
            assertThat(paces.claim(pace, List.of(to(ana), to(ben)))).hasSize(1);
        }

        @Test
        void exactlySoManyHoweverManyHubsClaimAtOnce() {
            List<CompletableFuture<Integer>> hubs = new ArrayList<>();
            for (int hub = 0; hub < 4; hub++) {
                PeoplePace pace = paces.people(50);
                hubs.add(CompletableFuture.supplyAsync(() -> sentOf(pace, 5, 10)));
            }

            assertThat(hubs.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(50);
            assertThat(paces.jdbc
                            .sql("SELECT people FROM tier_use")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(50);
        }

        @Test
        void asMetaLastSaidIfThatIsLess() {
            TierLimits limits = paces.limits(5);
            PeoplePace pace = paces.people(limits, 5);

            assertThat(told(limits, "TIER_2K")).isTrue();
            assertThat(sentOf(pace, 1, 10)).isEqualTo(5);
            assertThat(told(limits, "2")).isTrue();
            assertThat(told(limits, "TIER_NOT_SET")).as("nothing known").isFalse();
            assertThat(sentOf(pace, 1, 10)).isZero();
            assertThat(paces.audited).hasSize(2);
        }

        @Test
        void asMetaSaidWhereTheConfigurationSaysNothing() {
            TierLimits limits = paces.limits(ANY_NUMBER);
            PeoplePace pace = paces.people(limits, ANY_NUMBER);

            assertThat(sentOf(pace, 1, 300)).isEqualTo(300);
            assertThat(paces.jdbc
                            .sql("SELECT count(*) FROM tier_use")
                            .query(Long.class)
                            .single())
                    .as("no limit costs nothing")
                    .isZero();
            told(limits, "TIER_250");
            assertThat(sentOf(pace, 2, 200)).isEqualTo(250);
        }

        private boolean told(TierLimits limits, String word) {
            return paces.in(() -> limits.told(Paces.CLINIC, word));
        }

        private int sentOf(PeoplePace pace, int claims, int size) {
            int sent = 0;
            for (int claim = 0; claim < claims; claim++) {
                List<Planned> planned = Stream.generate(() -> to(SubjectRef.random()))
                        .limit(size)
                        .toList();
                sent += size - paces.claim(pace, planned).size();
            }
            return sent;
        }
    }

    @Nested
    @DisplayName("with marketing")
    class Marketing {

        @Test
        void notForADayAfterTheyHadEnoughButWithAnythingElse() {
            PeoplePace pace = paces.people(ANY_NUMBER);
            paces.transaction.executeWithoutResult(status -> marketing().hadEnough(List.of(ana)));

            Postponement wait = only(paces.claim(pace, List.of(offerTo(ana))));

            assertThat(wait.reason().word()).isEqualTo("marketing-limit");
            assertThat(wait.until()).isCloseTo(Instant.now().plus(Duration.ofHours(24)), within(5, ChronoUnit.SECONDS));
            assertThat(paces.claim(pace, List.of(to(ana), offerTo(ben)))).isEmpty();
        }

        @Test
        void onceInAQuietInterval() {
            PeoplePace pace = paces.with(paces.withQuiet(Duration.ofHours(2))).people(ANY_NUMBER);

            assertThat(paces.claim(pace, List.of(offerTo(ana)))).isEmpty();
            assertThat(only(paces.claim(pace, List.of(offerTo(ana)))).until())
                    .isCloseTo(Instant.now().plus(Duration.ofHours(2)), within(5, ChronoUnit.SECONDS));
            assertThat(paces.claim(pace, List.of(to(ana)))).isEmpty();
        }

        @Test
        void notInCountriesWhereMetaBlocksIt() {
            assertThat(marketing().objection("US")).get().extracting("word").isEqualTo("marketing-country");
            assertThat(marketing().objection("CA")).isEmpty();
            assertThat(marketing().objection(null)).isEmpty();
        }

        private MarketingPace marketing() {
            return new MarketingPace(paces.jdbc, Paces.settings(Duration.ofSeconds(6), 3, Duration.ofHours(24)));
        }

        private Planned offerTo(SubjectRef person) {
            return to(Paces.SHOP, person, true, false);
        }
    }

    private static Postponement only(Map<?, Postponement> postponed) {
        assertThat(postponed).hasSize(1);
        return postponed.values().iterator().next();
    }
}
