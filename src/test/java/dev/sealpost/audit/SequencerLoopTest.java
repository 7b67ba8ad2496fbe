package dev.sealpost.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class SequencerLoopTest {

    private final TestLedger ledger = new TestLedger();
    private final FailingDataSource source = new FailingDataSource(ledger.hub("looping"));
    private final SequencerLoop loop =
            new SequencerLoop(source, new AuditSettings(10, Duration.ofMillis(50), Duration.ofMillis(200)));
    private final Ledger status = new StoredLedger(new JdbcTemplate(source), loop);

    @AfterEach
    void stop() {
        loop.stop();
        assertThat(loop.isRunning()).isFalse();
    }

    @Test
    void entriesGetTheirIndexWithinASecond() {
        loop.start();
        ledger.append("a", "b");

        await().atMost(Duration.ofSeconds(1)).until(() -> ledger.indexes().size() == 2);
        assertThat(status.status().lastIndex()).isEqualTo(1);
        assertThat(status.status().waiting()).isZero();
        assertThat(status.status().lag()).isZero();
    }

    @Test
    void whileTheDatabaseIsDownItSaysSoAndGoesOnByItself() {
        source.down = true;
        loop.start();
        ledger.append("a");

        await().until(() -> loop.lastError().isPresent());
        assertThat(status.status().answering()).isFalse();
        assertThat(status.status().lastError()).contains("CannotGetJdbcConnectionException");

        source.down = false;
        await().until(() -> ledger.indexes().size() == 1);
        await().until(() -> status.status().lastError().isEmpty());
        assertThat(status.status().answering()).isTrue();
    }

    @Test
    void anErrorOfTheJvmDoesNotEndIt() {
        source.error = true;
        loop.start();
        ledger.append("a");

        await().until(() -> loop.lastError().isPresent());
        assertThat(loop.lastError()).contains("OutOfMemoryError");

        source.error = false;
        await().until(() -> ledger.indexes().size() == 1);
    }

    @Test
    void whatWaitsIsCountedAndTimed() {
        ledger.append("a", "b", "c");

        await().until(() -> status.status().lag().toMillis() >= 20);
        assertThat(status.status().waiting()).isEqualTo(3);
        assertThat(status.status().lastIndex()).isEqualTo(-1);
        loop.start();
    }

    @Test
    void whatWasAppendedBeforeTheStopGetsItsIndex() {
        loop.start();
        ledger.append("last words");
        loop.stop();

        assertThat(ledger.outcomes()).containsExactly("last words");
    }

    private static final class FailingDataSource extends DelegatingDataSource {
        private volatile boolean down;
        private volatile boolean error;

        private FailingDataSource(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (down) {
                throw new SQLTransientConnectionException("down");
            }
            return error ? outOfMemory(super.getConnection()) : super.getConnection();
        }

        private static Connection outOfMemory(Connection real) throws SQLException {
            Connection connection = mock(Connection.class, delegatesTo(real));
            doThrow(new OutOfMemoryError("as if")).when(connection).prepareStatement(anyString());
            return connection;
        }
    }
}
