package dev.sealpost.delivery;

import dev.sealpost.message.MessageId;
import dev.sealpost.testing.Statements;
import dev.sealpost.vault.SubjectKeys;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;

/** A test of the delivery package on a database that the test names. */
@SpringBootTest(
        classes = DeliverySlice.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "sealpost.delivery.first-backoff=5ms",
            "sealpost.delivery.max-backoff=50ms",
            "sealpost.delivery.max-attempts=5",
            "sealpost.delivery.breaker.minimum-sends=50",
            "sealpost.delivery.breaker.pause=50ms",
            "sealpost.delivery.sweep-interval=50ms",
            "spring.jpa.hibernate.ddl-auto=none",
            "spring.jpa.open-in-view=false",
            "logging.level.org.hibernate.engine.jdbc.spi.SqlExceptionHelper=off",
            "spring.jpa.properties.hibernate.jdbc.batch_size=1000",
            "spring.jpa.properties.hibernate.order_inserts=true",
            "spring.datasource.hikari.data-source-properties.reWriteBatchedInserts=true"
        })
@ActiveProfiles("sandbox")
abstract class DeliveryBeans {

    @Autowired
    protected Outbox outbox;

    @Autowired
    protected Letters letters;

    @Autowired
    protected Rows rows;

    @Autowired
    protected RecordingAudit audit;

    @Autowired
    protected SubjectKeys keys;

    @Autowired
    protected TestConsents consents;

    @Autowired
    protected Statements statements;

    @Autowired
    protected TransactionTemplate transaction;

    @BeforeEach
    void clear() {
        rows.clear();
    }

    protected static MessageId id(QueuedMessage message) {
        return message.sealed().origin().id();
    }

    protected void inTransaction(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }
}
