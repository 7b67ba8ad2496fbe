package dev.sealpost.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.testing.Database;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

class HubLifeTest {

    @Test
    void startAndStopAreOnRecordAndHaveTheirIndexWhenTheHubIsGone() {
        JdbcTemplate after;
        try (var hub = new AnnotationConfigApplicationContext(Hub.class)) {
            hub.publishEvent(
                    new ApplicationReadyEvent(new SpringApplication(), new String[0], hub, Duration.ofSeconds(1)));
            after = new JdbcTemplate(hub.getBean(Database.class).dataSource());
            closeAChildAsTheManagementServerDoes(hub);
        }

        assertThat(after.queryForList("SELECT kind FROM audit_entry ORDER BY index", String.class))
                .isEqualTo(List.of("hub.started", "hub.stopped"));
    }

    private static void closeAChildAsTheManagementServerDoes(ApplicationContext hub) {
        var child = new GenericApplicationContext(hub);
        child.refresh();
        child.close();
    }

    @Configuration
    @EnableConfigurationProperties(AuditSettings.class)
    @Import({AuditSlice.class, HubLife.class, SequencerLoop.class})
    static class Hub {}
}
