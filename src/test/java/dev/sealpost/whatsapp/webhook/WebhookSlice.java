package dev.sealpost.whatsapp.webhook;

import dev.sealpost.audit.AuditLog;
import dev.sealpost.audit.AuditRecord;
import dev.sealpost.delivery.DeadEvent;
import dev.sealpost.delivery.DeadLetters;
import dev.sealpost.delivery.StatusUpdate;
import dev.sealpost.delivery.StatusUpdates;
import dev.sealpost.vault.BlindIndexer;
import dev.sealpost.vault.HubSeal;
import dev.sealpost.vault.TestVault;
import dev.sealpost.whatsapp.WhatsAppSettings;
import dev.sealpost.whatsapp.cloudapi.Wamids;
import dev.sealpost.whatsapp.inbound.Inbound;
import dev.sealpost.whatsapp.inbound.Reached;
import dev.sealpost.whatsapp.notice.Notice;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The webhook on a real web server and a real database, with test doubles for what it feeds. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    ServletWebServerFactoryAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    TransactionAutoConfiguration.class
})
@ComponentScan(basePackageClasses = {WebhookController.class, Wamids.class})
@EnableConfigurationProperties({WhatsAppSettings.class, WebhookSettings.class})
public class WebhookSlice {

    @Bean
    HubSeal hubSeal() {
        return TestVault.hubSeal();
    }

    @Bean
    BlindIndexer blindIndexer() {
        return TestVault.blindIndexer();
    }

    @Bean
    SimpleMeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    @Bean
    Committed committed() {
        return new Committed();
    }

    @Bean
    StatusUpdates statusUpdates(Committed committed) {
        return committed::apply;
    }

    @Bean
    Inbound inbound() {
        return new Inbound() {
            @Override
            public void take(List<Notice> notices) {}

            @Override
            public void reached(List<Reached> reached) {}
        };
    }

    @Bean
    DeadLetters deadLetters(Committed committed) {
        return committed::store;
    }

    @Bean
    AuditLog auditLog(Committed committed) {
        return committed::append;
    }

    /** What was given away in transactions that committed; refuses updates of one channel id, as a fault would. */
    public static class Committed {

        static final String POISON = "wamid.poison";
        private static final String POISON_INDEX = new Wamids(TestVault.blindIndexer()).index(POISON);

        private final List<StatusUpdate> updates = new CopyOnWriteArrayList<>();
        private final List<DeadEvent> letters = new CopyOnWriteArrayList<>();
        private final List<AuditRecord> audit = new CopyOnWriteArrayList<>();
        private final List<Integer> batches = new CopyOnWriteArrayList<>();

        public List<StatusUpdate> updates() {
            return updates;
        }

        public List<DeadEvent> letters() {
            return letters;
        }

        public List<AuditRecord> audit() {
            return audit;
        }

        public List<Integer> batches() {
            return batches;
        }

        void apply(List<StatusUpdate> batch) {
            if (batch.stream().anyMatch(update -> update.channelId().equals(POISON_INDEX))) {
                throw new IllegalStateException("cannot be applied");
            }
            afterCommit(() -> {
                updates.addAll(batch);
                batches.add(batch.size());
            });
        }

        void store(Collection<DeadEvent> events) {
            afterCommit(() -> letters.addAll(events));
        }

        void append(Collection<AuditRecord> records) {
            afterCommit(() -> audit.addAll(records));
        }

        private static void afterCommit(Runnable work) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    work.run();
                }
            });
        }
    }
}
