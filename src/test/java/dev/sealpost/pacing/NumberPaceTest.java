package dev.sealpost.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sealpost.audit.AuditKind;
import dev.sealpost.message.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A number's messages a second")
class NumberPaceTest {

    private static final int LIMIT = 200;
    private static final Reason THROTTLED = Reason.of("throttled");
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    private final Paces paces = new Paces();

    @Test
    void areTheSameForAllHubsTogether() {
        List<Long> sent = Collections.synchronizedList(new ArrayList<>());
        List<CompletableFuture<Void>> hubs = new ArrayList<>();
        for (int hub = 0; hub < 3; hub++) {
            NumberPace pace = paces.numbers(LIMIT);
            hubs.add(CompletableFuture.runAsync(() -> sendFor(Duration.ofMillis(2500), pace, sent)));
        }
        hubs.forEach(CompletableFuture::join);

        assertThat(mostInASecond(sent)).isLessThanOrEqualTo(LIMIT);
        assertThat(sent.size()).as("and hardly less").isGreaterThan(LIMIT * 2 * 7 / 10);
    }

    @Test
    void costNothingWhereTheyAreUnlimited() {
        NumberPace pace = paces.numbers(PacedSender.UNLIMITED);

        assertThat(pace.admit(Paces.SHOP, 5000)).isEqualTo(5000);
        assertThat(paces.jdbc
                        .sql("SELECT count(*) FROM number_pace")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void includeWhatPeopleWrite() {
        NumberPace pace = paces.numbers(LIMIT);
        pace.received(Paces.SHOP, LIMIT);

        assertThat(pace.admit(Paces.SHOP, 1)).isZero();
    }

    @Nested
    @DisplayName("when Meta asks for fewer")
    class Slowed {

        @Test
        void areHalvedOnceForAllRefusalsOfTheMoment() {
            NumberPace pace = paces.numbers(LIMIT);

            for (int refusal = 0; refusal < 50; refusal++) {
                paces.transaction.executeWithoutResult(status -> pace.slow(Set.of(Paces.SHOP), THROTTLED));
            }

            assertThat(pace.rates().get(Paces.SHOP)).isCloseTo(LIMIT * 0.9 / 2, within(10.0));
            assertThat(pace.rates().get(Paces.CLINIC)).as("another number").isEqualTo(LIMIT * 0.9);
            assertThat(paces.audited).singleElement().satisfies(entry -> {
                assertThat(entry.kind()).isEqualTo(AuditKind.SENDER_SLOWED);
                assertThat(entry.evidence()).containsEntry("sender", Paces.SHOP).containsEntry("perSecond", "90");
            });
        }

        @Test
        void areNeverLessThanOne() {
            NumberPace pace = paces.numbers(LIMIT);
            for (int burst = 0; burst < 12; burst++) {
                pace.slow(Set.of(Paces.SHOP), THROTTLED);
                paces.jdbc
                        .sql("UPDATE number_pace SET slowed_at = slowed_at - interval '2001 ms', slowed_to = 1")
                        .update();
            }
            pace.slow(Set.of(Paces.SHOP), THROTTLED);

            assertThat(pace.rates().get(Paces.SHOP)).isGreaterThanOrEqualTo(1);
        }

        @Test
        void riseAgainEvenlyUpToTheLimit() {
            NumberPace pace = paces.numbers(LIMIT);
            pace.slow(Set.of(Paces.SHOP), THROTTLED);

            ago(Duration.ofSeconds(10));
            assertThat(pace.rates().get(Paces.SHOP)).isCloseTo(90 + 10 * 3, within(10.0));

            ago(Duration.ofMinutes(2));
            assertThat(pace.rates().get(Paces.SHOP)).isEqualTo(LIMIT * 0.9);
        }

        private void ago(Duration time) {
            paces.jdbc
                    .sql("UPDATE number_pace SET slowed_at = slowed_at - ? * interval '1 ms'")
                    .param(time.toMillis())
                    .update();
        }
    }

    @Nested
    @DisplayName("as their owner counts them")
    class Arriving {

        private final RecentSends recent = new RecentSends(100, 0);

        @Test
        void areNotMoreAfterTheOtherSideStoodStill() {
            recent.departed(1);
            recent.answered(20 * MILLI, 20 * MILLI);
            recent.departed(99);

            assertThat(recent.free(500 * MILLI))
                    .as("any of them may arrive now")
                    .isZero();
            for (int n = 0; n < 99; n++) {
                recent.answered(900 * MILLI, 880 * MILLI);
            }

            assertThat(recent.free(1500 * MILLI)).as("they arrived late").isEqualTo(1);
            assertThat(recent.free(1910 * MILLI)).isEqualTo(100);
        }

        @Test
        void areCountedWhenTheyLeftIfTheAnswerTookAsLongAsUsual() {
            for (int n = 0; n < 100; n++) {
                recent.departed(1);
                recent.answered(400 * MILLI, 400 * MILLI);
            }

            assertThat(recent.free(1000 * MILLI)).isZero();
            assertThat(recent.free(1020 * MILLI)).isEqualTo(100);
        }
    }

    private static void sendFor(Duration time, NumberPace pace, List<Long> sent) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < time.toNanos()) {
            int admitted = pace.admit(Paces.SHOP, LIMIT);
            pace.exhausted(Paces.SHOP);
            for (int n = 0; n < admitted; n++) {
                sent.add(System.nanoTime());
                pace.answered(Paces.SHOP, Duration.ofNanos(1));
            }
            Thread.onSpinWait();
        }
    }

    private static int mostInASecond(List<Long> times) {
        List<Long> sorted = times.stream().sorted().toList();
        int most = 0;
        int first = 0;
        for (int last = 0; last < sorted.size(); last++) {
            while (sorted.get(last) - sorted.get(first) >= TimeUnit.SECONDS.toNanos(1)) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }
}
