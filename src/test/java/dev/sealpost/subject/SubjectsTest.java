package dev.sealpost.subject;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sealpost.message.SubjectRef;
import dev.sealpost.testing.CountedStatements;
import dev.sealpost.testing.Parts;
import dev.sealpost.vault.SubjectKeys;
import dev.sealpost.vault.TestVault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class SubjectsTest {

    private static final CountedStatements DATABASE =
            new CountedStatements(Parts.database().dataSource());
    private static final AtomicInteger LAST_NUMBER = new AtomicInteger(910_000_000);

    private final JdbcClient jdbc = JdbcClient.create(DATABASE);
    private final SubjectKeys keys = TestVault.subjectKeys(DATABASE);
    private final Subjects subjects =
            new SubjectTable(new IdentifierForms(TestVault.blindIndexer()), new Identifiers(jdbc), keys);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(DATABASE));

    @AfterEach
    void everySubjectHasItsNumberAndItsKey() {
        assertThat(count("SELECT count(*) FROM subject s WHERE NOT EXISTS"
                        + " (SELECT 1 FROM subject_identifier i WHERE i.subject = s.ref)"))
                .as("orphans")
                .isZero();
        assertThat(count("SELECT count(*) FROM keys.subject_key")).isEqualTo(count("SELECT count(*) FROM subject"));
    }

    @Test
    void aNumberIsTheSamePersonEachTime() {
        List<PhoneNumber> two = newNumbers(2);
        Map<PhoneNumber, SubjectRef> first = subjects.resolve(two);
        assertThat(first).containsOnlyKeys(two);
        assertThat(new HashSet<>(first.values())).hasSize(2);
        assertThat(subjects.resolve(two)).isEqualTo(first);
        assertThat(subjects.find(two.get(1))).contains(first.get(two.get(1)));
        assertThat(keys.load(first.values())).containsOnlyKeys(first.values());
    }

    @Test
    void findingCreatesNothing() {
        int before = count("SELECT count(*) FROM subject");
        assertThat(subjects.find(newNumbers(1).get(0))).isEmpty();
        assertThat(count("SELECT count(*) FROM subject")).isEqualTo(before);
    }

    @Test
    void thereIsNoNumberInTheDatabase() {
        PhoneNumber number = newNumbers(1).get(0);
        subjects.resolve(List.of(number));
        List<String> rows = Stream.of("subject", "subject_identifier", "keys.subject_key")
                .flatMap(table ->
                        jdbc.sql("SELECT row.*::text FROM " + table + " AS row").query(String.class).list().stream())
                .toList();
        String digits = number.e164().substring(1);
        assertThat(rows).hasSizeGreaterThan(2).noneMatch(row -> row.contains(digits) || row.contains(hex(digits)));
    }

    @Test
    void takesOneStatementForKnownNumbersAndThreeForNewOnesHoweverMany() {
        for (int size : new int[] {1, 500}) {
            List<PhoneNumber> numbers = newNumbers(size);
            assertThat(DATABASE.during(() -> subjects.resolve(numbers))).hasSize(3);
            assertThat(DATABASE.during(() -> subjects.resolve(numbers))).hasSize(1);
            assertThat(DATABASE.during(() -> subjects.resolve(newNumbersAnd(numbers))))
                    .hasSize(3);
        }
        assertThat(DATABASE.during(() -> subjects.resolve(List.of()))).isEmpty();
    }

    @Test
    void aNumberGivenTwiceIsOnePerson() {
        PhoneNumber number = newNumbers(1).get(0);
        assertThat(subjects.resolve(List.of(number, new PhoneNumber(number.e164()))))
                .hasSize(1);
    }

    @Test
    void aDestroyedKeyIsNotMadeAnew() {
        PhoneNumber number = newNumbers(1).get(0);
        SubjectRef subject = subjects.resolve(List.of(number)).get(number);
        keys.destroy(subject);
        assertThat(subjects.resolve(List.of(number))).containsEntry(number, subject);
        assertThat(keys.load(List.of(subject))).isEmpty();
        keys.create(List.of(subject));
    }

    @Nested
    class WhenTwoHubsMeetTheSameNumbers {

        private final List<PhoneNumber> numbers = newNumbers(3);
        private final CountDownLatch mayEnd = new CountDownLatch(1);

        @Test
        void theSlowerWaitsAndTakesOverWhatTheFasterCommitted() {
            var faster = resolveAndHold(numbers, false);
            var slower = resolve(newNumbersAnd(numbers));
            awaitOneWaiting();
            mayEnd.countDown();
            Map<PhoneNumber, SubjectRef> agreed = faster.join();
            assertThat(slower.join()).hasSize(4).containsAllEntriesOf(agreed);
            assertThat(keys.load(slower.join().values())).hasSize(4);
        }

        @Test
        void theSlowerCreatesWhatTheFasterRolledBack() {
            var faster = resolveAndHold(numbers, true);
            var slower = resolve(numbers);
            awaitOneWaiting();
            mayEnd.countDown();
            assertThat(slower.join().values())
                    .hasSize(3)
                    .doesNotContainAnyElementsOf(faster.join().values());
            assertThat(subjects.resolve(numbers)).isEqualTo(slower.join());
        }

        @Test
        void theOrderInWhichTheyNameThemCausesNoDeadlock() {
            for (int round = 0; round < 10; round++) {
                List<PhoneNumber> many = newNumbers(100);
                List<PhoneNumber> reversed = new ArrayList<>(many);
                Collections.reverse(reversed);
                var one = resolve(many);
                var other = resolve(reversed);
                assertThat(one.join()).isEqualTo(other.join());
            }
        }

        private CompletableFuture<Map<PhoneNumber, SubjectRef>> resolve(List<PhoneNumber> batch) {
            return CompletableFuture.supplyAsync(() -> transaction.execute(any -> subjects.resolve(batch)));
        }

        /** Has resolved when this returns; its transaction ends when {@code mayEnd}. */
        private CompletableFuture<Map<PhoneNumber, SubjectRef>> resolveAndHold(
                List<PhoneNumber> batch, boolean rollBack) {
            var resolved = new CountDownLatch(1);
            var result = CompletableFuture.supplyAsync(() -> transaction.execute(status -> {
                Map<PhoneNumber, SubjectRef> refs = subjects.resolve(batch);
                resolved.countDown();
                awaitLatch(mayEnd);
                if (rollBack) {
                    status.setRollbackOnly();
                }
                return refs;
            }));
            awaitLatch(resolved);
            return result;
        }

        private void awaitOneWaiting() {
            await().until(() -> count("SELECT count(*) FROM pg_stat_activity"
                            + " WHERE datname = current_database() AND wait_event_type = 'Lock'")
                    == 1);
        }
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private int count(String query) {
        return jdbc.sql(query).query(Integer.class).single();
    }

    private static List<PhoneNumber> newNumbersAnd(List<PhoneNumber> known) {
        return Stream.concat(known.stream(), newNumbers(1).stream()).toList();
    }

    private static List<PhoneNumber> newNumbers(int size) {
        return IntStream.range(0, size)
                .mapToObj(any -> new PhoneNumber("+351" + LAST_NUMBER.incrementAndGet()))
                .toList();
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }
}
