package dev.sealpost.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppendOnlyTest {

    private static TestLedger ledger;

    @BeforeAll
    static void oneEntryInTheLogAndOneWaiting() {
        ledger = new TestLedger();
        ledger.append("in the log");
        ledger.sequenceAll();
        ledger.append("waits");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_entry SET outcome = 'forged'",
                "UPDATE audit_entry_000000 SET json = '{}'",
                "DELETE FROM audit_entry",
                "DELETE FROM audit_entry_000000 WHERE index = 0",
                "TRUNCATE audit_entry",
                "TRUNCATE audit_entry_000000",
                "UPDATE audit_pending SET outcome = ARRAY['forged']",
                "TRUNCATE audit_pending"
            })
    void theDatabaseRefusesToChangeWhatWasWritten(String tampering) {
        assertThatThrownBy(() -> ledger.jdbc.execute(tampering)).rootCause().hasMessageContaining("append-only");

        assertThat(ledger.outcomes()).containsExactly("in the log");
        assertThat(ledger.jdbc.queryForList("SELECT outcome FROM audit_waiting", String.class))
                .isEqualTo(List.of("waits"));
    }
}
