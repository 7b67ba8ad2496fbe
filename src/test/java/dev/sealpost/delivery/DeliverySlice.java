package dev.sealpost.delivery;

import dev.sealpost.consent.Purposes;
import dev.sealpost.pacing.PacedSender;
import dev.sealpost.pacing.PacedSenders;
import dev.sealpost.pacing.PeoplePace;
import dev.sealpost.pause.Pauses;
import dev.sealpost.sealing.Sealer;
import dev.sealpost.testing.Statements;
import dev.sealpost.vault.BlindIndexer;
import dev.sealpost.vault.HubSeal;
import dev.sealpost.vault.SubjectKeys;
import dev.sealpost.vault.TestVault;
import dev.sealpost.window.ServiceWindows;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.domain.EntityScan;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The delivery package on a real database, with test doubles at its ports. */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    HibernateJpaAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    TransactionAutoConfiguration.class
})
@EntityScan(basePackageClasses = Outbox.class)
@ComponentScan(
        basePackageClasses = {Outbox.class, Sealer.class, ServiceWindows.class, PeoplePace.class, Pauses.class},
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.ASSIGNABLE_TYPE,
                        classes = {Dispatcher.class, MessageController.class}))
@ConfigurationPropertiesScan(basePackageClasses = {DeliverySettings.class, PeoplePace.class, Pauses.class})
class DeliverySlice {

    @Bean
    static Statements statements() {
        return new Statements();
    }

    @Bean
    RecordingAudit audit(JdbcClient jdbc) {
        return new RecordingAudit(jdbc);
    }

    @Bean
    SubjectKeys keys(DataSource database) {
        return TestVault.subjectKeys(database);
    }

    @Bean
    HubSeal hubSeal() {
        return TestVault.hubSeal();
    }

    @Bean
    BlindIndexer indexer() {
        return TestVault.blindIndexer();
    }

    @Bean
    Letters letters(SubjectKeys keys, Outbox outbox, TransactionTemplate transaction) {
        return new Letters(keys, outbox, transaction);
    }

    @Bean
    Rows rows(JdbcClient jdbc, SubjectKeys keys, Sealer sealer) {
        return new Rows(jdbc, keys, sealer);
    }

    @Bean
    TestChannel channel() {
        return new TestChannel();
    }

    @Bean
    TestRule rule() {
        return new TestRule();
    }

    @Bean
    PacedSenders pacedSenders() {
        return () -> List.of(
                new PacedSender(TestChannel.SENDER, TestChannel.SENDER, PacedSender.UNLIMITED, PacedSender.UNLIMITED));
    }

    @Bean
    TestConsents consents() {
        return new TestConsents();
    }

    @Bean
    TestStops stops() {
        return new TestStops();
    }

    @Bean
    TestPauseGuide pauseGuide() {
        return new TestPauseGuide();
    }

    @Bean
    Purposes purposes() {
        return TestPurposes.ALL;
    }

    @Bean
    SimpleMeterRegistry meters() {
        return new SimpleMeterRegistry();
    }
}
