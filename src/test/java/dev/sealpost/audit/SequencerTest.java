package dev.sealpost.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

class SequencerTest {

    private static final int WRITERS = 4;
    private static final int APPENDS = 30;

    private final TestLedger ledger = new TestLedger();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void indexesBeginAtZeroAndFollowTheOrderOfTheAppends() {
        ledger.append("a", "b");
        ledger.append("c");

        ledger.sequenceAll();

        assertThat(ledger.indexes()).containsExactly(0L, 1L, 2L);
        assertThat(ledger.outcomes()).containsExactly("a", "b", "c");
        assertThat(ledger.waiting()).isZero();
    }

    @Test
    void aBatchEndsWithTheAppendThatFillsIt() {
        ledger.append("a");
        ledger.append("b", "c");
        ledger.append("d");

        assertThat(new Sequencer(ledger.hub("one"), 2).moveBatch()).isEqualTo(3);
        assertThat(ledger.waiting()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'{1,2}', '{a}', '{x}', '{\"\"}', '{j}', '{1}'",
                "'{1}', '{NULL}', '{x}', '{NULL}', '{j}', '{1}'",
                "'{1}', '{a}', '{x}', '{NULL}', '{j,j}', '{1}'",
                "'{1}', '{a}', '{x}', '{NULL}', '{NULL}', '{1}'",
                "'{1}', '{a}', '{x}', '{NULL}', '{j}', '{NULL}'",
                "'{1}', '{a}', '{x}', '{NULL}', '{j}', '{1,1}'",
                "'{}', '{}', '{}', '{}', '{}', '{}'"
            })
    void anAppendThatWouldStopTheSequencerIsRefused(String columns) {
        assertThatThrownBy(() -> ledger.jdbc.execute(
                        "INSERT INTO audit_pending (id, time, kind, actor, flow, json, run, message, subject, outcome) VALUES (1, "
                                + columns + ", '{NULL}', '{NULL}', '{NULL}')"))
                .hasMessageContaining("audit_pending_complete");
    }

    @Test
    void whatCommitsLateIsMovedLateAndLeavesNoGap() throws Exception {
        ledger.transaction.executeWithoutResult(tx -> {
            ledger.log.append(TestLedger.entry("late"));
            onAnotherThread(() -> {
                ledger.append("early");
                ledger.sequenceAll();
            });
        });
        ledger.sequenceAll();

        assertThat(ledger.outcomes()).containsExactly("early", "late");
        assertThat(ledger.indexes()).containsExactly(0L, 1L);
    }

    @Test
    void goesOnWhereItStoppedAfterARestart() {
        ledger.append("a");
        new Sequencer(ledger.hub("before"), 1000).moveBatch();
        ledger.append("b");
        new Sequencer(ledger.hub("after"), 1000).moveBatch();

        assertThat(ledger.indexes()).containsExactly(0L, 1L);
    }

    @Test
    void fillsOnePartitionAfterTheOtherMadeAhead() {
        long nearTheEnd = (1L << 20) - 2;
        ledger.jdbc.update("UPDATE audit_head SET next_index = ?", nearTheEnd);
        ledger.append("a", "b", "c", "d");

        ledger.sequenceAll();

        assertThat(ledger.indexes()).containsExactly(nearTheEnd, nearTheEnd + 1, nearTheEnd + 2, nearTheEnd + 3);
        assertThat(ledger.jdbc.queryForObject("SELECT count(*) FROM audit_entry_000001", Long.class))
                .isEqualTo(2);
    }

    @Nested
    class WithOtherHubs {

        @Test
        void onlyTheOneThatHoldsTheLockMovesAndItsDeathFreesIt() throws SQLException {
            ledger.append("a");
            var survivor = new Sequencer(ledger.hub("survivor"), 1000);
            try (Connection other = ledger.hub("victim").getConnection()) {
                other.setAutoCommit(false);
                other.createStatement().execute("SELECT pg_advisory_xact_lock(%d)".formatted(Sequencer.LOCK));

                assertThat(survivor.moveBatch()).isZero();
                ledger.kill("victim");
                await().until(() -> survivor.moveBatch() == 1);
            }
            assertThat(ledger.indexes()).containsExactly(0L);
        }

        @Test
        void noEntryIsLostDoubledOrOutOfPlaceHoweverManyWriteRollBackAndDie() throws Exception {
            Set<String> committed = ConcurrentHashMap.newKeySet();
            var kills = new AtomicInteger();
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int id = writer;
                writers.add(threads.submit(() -> write(id, committed)));
            }
            Future<?> mortal = threads.submit(() -> sequence("mortal", kills, () -> kills.get() == 0 || busy(writers)));
            Future<?> other = threads.submit(() -> sequence("other", new AtomicInteger(), () -> busy(writers)));
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> {
                        ledger.kill("mortal");
                        return mortal.isDone();
                    });
            mortal.get();
            other.get();

            assertThat(kills).hasPositiveValue();
            assertThat(committed).hasSizeGreaterThan(APPENDS);
            assertThat(ledger.outcomes()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(committed);
            assertThat(ledger.indexes())
                    .containsExactlyElementsOf(
                            LongStream.range(0, committed.size()).boxed().toList());
        }

        /** Every third append is rolled back. */
        private void write(int writer, Set<String> committed) {
            for (int i = 0; i < APPENDS; i++) {
                int append = i;
                List<String> outcomes = IntStream.range(0, 1 + append % 7)
                        .mapToObj(n -> "%d-%d-%d".formatted(writer, append, n))
                        .toList();
                ledger.transaction.executeWithoutResult(tx -> {
                    ledger.log.append(outcomes.stream().map(TestLedger::entry).toList());
                    if (append % 3 == 0) {
                        tx.setRollbackOnly();
                    }
                });
                if (append % 3 != 0) {
                    committed.addAll(outcomes);
                }
            }
        }

        private boolean busy(List<Future<?>> writers) {
            return !writers.stream().allMatch(Future::isDone) || ledger.waiting() > 0;
        }

        private void sequence(String hub, AtomicInteger kills, BooleanSupplier more) {
            var sequencer = new Sequencer(ledger.hub(hub), 5);
            while (more.getAsBoolean()) {
                try {
                    sequencer.moveBatch();
                } catch (DataAccessException | TransactionException e) {
                    kills.incrementAndGet();
                }
            }
        }
    }

    private void onAnotherThread(Runnable work) {
        try {
            Callable<Void> task = Executors.callable(work, null);
            threads.submit(task).get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
