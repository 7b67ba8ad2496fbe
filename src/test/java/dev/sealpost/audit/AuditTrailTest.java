package dev.sealpost.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.message.MessageId;
import dev.sealpost.message.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditTrailTest {

    private final TestLedger ledger = new TestLedger();
    private final AuditTrail trail = new StoredAuditTrail(ledger.jdbc);

    @Test
    void tellsEverythingAboutTheMessagesOnceWhetherItHasItsIndexOrNot() {
        MessageId one = MessageId.next();
        MessageId two = MessageId.next();
        List<AuditRecord> first = List.of(about(one, AuditKind.MESSAGE_QUEUED), about(two, AuditKind.MESSAGE_REFUSED));
        List<AuditRecord> later = List.of(about(one, AuditKind.MESSAGE_SENDING), about(one, AuditKind.MESSAGE_SENT));

        ledger.append(first);
        ledger.append("something else");
        ledger.sequenceAll();
        ledger.append(later);

        var trails = trail.of(List.of(one, two, MessageId.next()));
        assertThat(trails).containsOnlyKeys(one, two);
        assertThat(trails.get(one)).containsExactly(first.get(0), later.get(0), later.get(1));
        assertThat(trails.get(two)).containsExactly(first.get(1));
        assertThat(trail.of(List.of())).isEmpty();
    }

    private static AuditRecord about(MessageId message, AuditKind kind) {
        return AuditRecord.of(kind)
                .message(message)
                .reason(Reason.of("because", "of this: and that"))
                .evidence("consent", 7)
                .build();
    }
}
