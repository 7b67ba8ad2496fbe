package dev.sealpost.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealpost.message.MessageId;
import java.util.List;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.spring.SpringCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringJUnitConfig(AuditSlice.class)
class AuditRoutesTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Redaction redaction;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate jdbc;

    private SpringCamelContext camel;
    private ProducerTemplate producer;

    @BeforeEach
    void start() throws Exception {
        jdbc.update("DELETE FROM audit_pending");
        camel = new SpringCamelContext(context);
        camel.addRoutes(new AuditRoutes(redaction, transactions));
        camel.start();
        producer = camel.createProducerTemplate();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void aTappedExchangeIsWrittenDown() {
        MessageId message = MessageId.next();

        producer.sendBody(AuditRoutes.SINK, exchange("one").message(message).build());

        assertThat(jdbc.queryForList("SELECT json FROM audit_waiting", String.class))
                .singleElement()
                .asString()
                .contains("\"message\":\"" + message, "\"outcome\":\"one\"");
    }

    @Test
    void severalAreWrittenInOneGo() {
        producer.sendBody(
                AuditRoutes.SINK,
                List.of(
                        exchange("one").build(),
                        exchange("two").build(),
                        exchange("three").build()));

        assertThat(outcomes()).containsExactly("one", "two", "three");
        assertThat(jdbc.queryForObject("SELECT count(*) FROM audit_pending", Long.class))
                .isEqualTo(1);
    }

    @Test
    void theSenderMayRollBackItsOwnTransaction() {
        transaction.executeWithoutResult(tx -> {
            producer.sendBody(AuditRoutes.SINK, exchange("failed").build());
            tx.setRollbackOnly();
        });

        assertThat(outcomes()).containsExactly("failed");
    }

    @Test
    void anExchangeWhoseRecordCannotBeWrittenFails() {
        jdbc.execute("ALTER TABLE audit_pending ADD CONSTRAINT full_disk CHECK (outcome[1] <> 'lost')");
        try {
            assertThatThrownBy(() ->
                            producer.sendBody(AuditRoutes.SINK, exchange("lost").build()))
                    .isInstanceOf(CamelExecutionException.class);
        } finally {
            jdbc.execute("ALTER TABLE audit_pending DROP CONSTRAINT full_disk");
        }
        assertThat(outcomes()).isEmpty();
    }

    @Test
    void nothingButRecordsIsTaken() {
        assertThatThrownBy(() -> producer.sendBody(AuditRoutes.SINK, "anything else"))
                .isInstanceOf(CamelExecutionException.class);
        assertThat(outcomes()).isEmpty();
    }

    private static AuditRecord.Builder exchange(String outcome) {
        return AuditRecord.of(AuditKind.EXCHANGE).outcome(outcome);
    }

    private List<String> outcomes() {
        return jdbc.queryForList("SELECT outcome FROM audit_waiting ORDER BY id, place", String.class);
    }
}
