package dev.sealpost.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.testing.HubClient;
import dev.sealpost.testing.Installation;
import dev.sealpost.testing.Statements;
import dev.sealpost.testing.WholeHub;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.NestedTestConfiguration;
import org.springframework.test.context.NestedTestConfiguration.EnclosingConfiguration;

/** The one hub that the commands talk to. Each class says all of its configuration, so that all have the same hub. */
@WholeHub
@Import(HubCommands.Counting.class)
@NestedTestConfiguration(EnclosingConfiguration.OVERRIDE)
abstract class HubCommands {

    static final Installation INSTALLATION = Installation.of("commands").with("sealpost.access.key-cache", "60s");

    @LocalServerPort
    int port;

    @TempDir
    Path directory;

    Shell shell;
    HubClient hub;

    @Autowired
    Statements statements;

    @TestConfiguration(proxyBeanMethods = false)
    static class Counting {

        @Bean
        static Statements statements() {
            return new Statements("-exec-");
        }
    }

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        INSTALLATION.register(registry);
    }

    @BeforeEach
    void connect() {
        hub = INSTALLATION.hubAt(port);
        shell = Shell.of(port, directory, Installation.API_KEY);
    }

    JsonNode grant(String... options) {
        String[] all = Stream.concat(Stream.of("access", "grant", "--name", "test", "--json"), Stream.of(options))
                .toArray(String[]::new);
        return shell.run(all).succeeded().json();
    }
}
