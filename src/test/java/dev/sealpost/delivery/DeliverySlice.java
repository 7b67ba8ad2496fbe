package dev.sealpost.delivery;

import dev.sealpost.consent.Purposes;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.domain.EntityScan;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The delivery package on a real database, with test doubles at its ports. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    HibernateJpaAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    TransactionAutoConfiguration.class
})
@EntityScan(basePackageClasses = Outbox.class)
@EnableJpaRepositories(basePackageClasses = Outbox.class, considerNestedRepositories = true)
@ComponentScan(basePackageClasses = Outbox.class)
@EnableConfigurationProperties(DeliverySettings.class)
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
    TestKeys keys() {
        return new TestKeys();
    }

    @Bean
    TestSealer sealer() {
        return new TestSealer();
    }

    @Bean
    TestConsents consents() {
        return new TestConsents();
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
