package dev.sealpost.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.message.MessageId;
import dev.sealpost.message.SubjectRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Entries of one append about the same message stand side by side, and the first leads to the others. */
class RunsTest {

    private final TestLedger ledger = new TestLedger();
    private final MessageId one = MessageId.next();
    private final MessageId other = MessageId.next();
    private final SubjectRef ana = new SubjectRef(UUID.randomUUID());
    private final SubjectRef rui = new SubjectRef(UUID.randomUUID());

    @Test
    void theEntriesOfAMessageAreNeighboursInTheirOrder() {
        ledger.append(
                List.of(entry(one, null, "a"), entry(null, ana, "b"), entry(other, rui, "c"), entry(one, ana, "d")));

        ledger.sequenceAll();

        assertThat(ledger.outcomes()).containsExactly("a", "d", "b", "c");
    }

    @Test
    void onlyTheFirstOfThemTakesAPlaceInTheIndexesOfMessagesAndPeople() {
        ledger.append(List.of(entry(one, null, "a"), entry(one, ana, "b"), entry(one, null, "c")));

        ledger.sequenceAll();

        assertThat(ledger.jdbc.queryForList("SELECT index FROM audit_entry WHERE message IS NOT NULL", Long.class))
                .containsExactly(0L);
        assertThat(ledger.jdbc.queryForList("SELECT index FROM audit_entry WHERE subject = ?", Long.class, ana.value()))
                .containsExactly(0L);
    }

    @Test
    void entriesAboutTwoPeopleAreNoRunEvenIfTheyNameOneMessage() {
        ledger.append(List.of(entry(one, ana, "a"), entry(one, rui, "b"), entry(one, null, "c")));

        ledger.sequenceAll();

        assertThat(ledger.jdbc.queryForList("SELECT index FROM audit_entry WHERE subject = ?", Long.class, rui.value()))
                .containsExactly(1L);
        assertThat(found(one)).containsExactly("a", "b", "c");
    }

    @Test
    void eachMessageHasItsOwnEntriesWhereverTheyAre() {
        var random = new Random(7);
        List<MessageId> messages =
                IntStream.range(0, 20).mapToObj(n -> MessageId.next()).toList();
        List<AuditRecord> written = new ArrayList<>();
        for (int append = 0; append < 30; append++) {
            List<AuditRecord> entries = IntStream.rangeClosed(0, random.nextInt(30))
                    .mapToObj(n -> entry(messages.get(random.nextInt(20)), null, written.size() + "-" + n))
                    .toList();
            ledger.append(entries);
            written.addAll(entries);
            if (append == 15) {
                ledger.sequenceAll();
            }
        }

        assertThat(messages).allSatisfy(message -> assertThat(found(message))
                .isEqualTo(written.stream()
                        .filter(entry -> entry.message().equals(message))
                        .map(AuditRecord::outcome)
                        .toList()));
    }

    private List<String> found(MessageId message) {
        return new StoredAuditTrail(ledger.jdbc)
                .of(List.of(message)).getOrDefault(message, List.of()).stream()
                        .map(AuditRecord::outcome)
                        .toList();
    }

    private static AuditRecord entry(MessageId message, SubjectRef subject, String outcome) {
        return AuditRecord.of(AuditKind.EXCHANGE)
                .message(message)
                .subject(subject)
                .outcome(outcome)
                .build();
    }
}
