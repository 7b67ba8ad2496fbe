package dev.sealpost.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealpost.message.MessageId;
import dev.sealpost.message.Reason;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@SpringJUnitConfig(AuditSlice.class)
class AuditLogTest {

    @Autowired
    private AuditLog log;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate jdbc;

    @BeforeEach
    void empty() {
        jdbc.update("DELETE FROM audit_pending");
    }

    @Test
    void anAppendOutsideATransactionFails() {
        AuditRecord entry = AuditRecord.of(AuditKind.MESSAGE_QUEUED).build();

        assertThatThrownBy(() -> log.append(entry)).isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> log.append(List.of(entry))).isInstanceOf(IllegalTransactionStateException.class);
        assertThat(jsons()).isEmpty();
    }

    @Test
    void entriesOfAnAppendKeepTheirOrder() {
        List<AuditRecord> records = IntStream.range(0, 500)
                .mapToObj(
                        i -> AuditRecord.of(AuditKind.EXCHANGE).outcome("n" + i).build())
                .toList();

        transaction.executeWithoutResult(tx -> log.append(records));

        assertThat(jdbc.queryForList("SELECT outcome FROM audit_waiting ORDER BY id, place", String.class))
                .containsExactlyElementsOf(
                        records.stream().map(AuditRecord::outcome).toList());
    }

    @Test
    void anEntryIsRolledBackWithTheStateItExplains() {
        jdbc.execute("CREATE TABLE IF NOT EXISTS business (id int)");

        transaction.executeWithoutResult(tx -> {
            jdbc.update("INSERT INTO business VALUES (1)");
            log.append(AuditRecord.of(AuditKind.MESSAGE_QUEUED).build());
            tx.setRollbackOnly();
        });

        assertThat(jsons()).isEmpty();
        assertThat(jdbc.queryForObject("SELECT count(*) FROM business", Long.class))
                .isZero();
    }

    @Test
    void hostileStringsAreStoredInertAndNeverFailTheAppend() {
        String hostile = "a\0b\u001b[31mc\u202ed\ud800e\nf\"g\\h 😀";

        transaction.executeWithoutResult(tx -> log.append(AuditRecord.of(AuditKind.MESSAGE_REFUSED)
                .by(hostile)
                .flow(hostile)
                .message(MessageId.next())
                .outcome(hostile)
                .reason(Reason.of("malformed", hostile))
                .evidence(hostile, hostile)
                .build()));

        String inert = "a\ufffdb\ufffd[31mc\ufffdd\ufffde\ufffdf\"g\\h 😀";
        assertThat(jdbc.queryForObject("SELECT flow FROM audit_waiting", String.class))
                .isEqualTo(inert);
        assertThat(jdbc.queryForObject("SELECT json::jsonb ->> 'actor' FROM audit_waiting", String.class))
                .isEqualTo(inert);
    }

    private List<String> jsons() {
        return jdbc.queryForList("SELECT json FROM audit_waiting", String.class);
    }
}
