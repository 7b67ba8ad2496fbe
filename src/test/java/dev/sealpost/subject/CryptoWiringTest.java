package dev.sealpost.subject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.audit.AuditLog;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.sealing.Sealer;
import dev.sealpost.testing.Parts;
import dev.sealpost.vault.DataKey;
import dev.sealpost.vault.HubSeal;
import dev.sealpost.vault.SubjectKeys;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** The three packages as Spring wires them, on a new database and a new vault. */
@SpringJUnitConfig
class CryptoWiringTest {

    @TempDir
    static Path directory;

    @Autowired
    Subjects subjects;

    @Autowired
    SubjectKeys keys;

    @Autowired
    PhoneNumbers phoneNumbers;

    @Autowired
    HubSeal hubSeal;

    @Autowired
    Sealer sealer;

    @Configuration
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    @ComponentScan({"dev.sealpost.vault", "dev.sealpost.subject", "dev.sealpost.sealing"})
    static class Slice {

        @Bean
        AuditLog audit() {
            return records -> {};
        }
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        Parts.emptyDatabase().register(registry);
        registry.add("sealpost.vault.directory", () -> directory.resolve("vault"));
        registry.add("sealpost.vault.create", () -> true);
    }

    @Test
    void aNumberBecomesASubjectWithAKeyThatSeals() {
        PhoneNumber number = phoneNumbers.parse("+351 912 131 026").orElseThrow();
        Map<PhoneNumber, SubjectRef> resolved = subjects.resolve(List.of(number));
        SubjectRef subject = resolved.get(number);
        assertThat(subjects.find(number)).contains(subject);
        DataKey key = keys.load(List.of(subject)).get(subject);
        byte[] bound = {1};
        assertThat(key.open(key.seal(new byte[] {7}, bound), bound)).containsExactly(7);
        assertThat(hubSeal.forUse("webhook")).isNotNull();
        assertThat(sealer).isNotNull();
    }
}
