package dev.sealpost.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The hub's log")
class LogLinesTest {

    private final LoggerContext loggers = new LoggerContext();
    private final Logger logger = loggers.getLogger("dev.sealpost.test");

    @TempDir
    private Path directory;

    @BeforeEach
    void configureAsShipped() throws Exception {
        loggers.setMDCAdapter(new LogbackMDCAdapter());
        loggers.putProperty("LOG_FILE", file().toString());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(loggers);
        configurator.doConfigure(getClass().getResource("/logback-spring.xml"));
    }

    @AfterEach
    void close() {
        loggers.stop();
    }

    @Test
    void keepsAMessageOnOneLine() throws IOException {
        logger.info("order {} refused", "A\r\n2026-01-01 00:00:00.000 INFO forged\u2028\u0085\u001b[2J\u202e");
        assertThat(lines())
                .singleElement()
                .asString()
                .endsWith(
                        "order A\\u000d\\u000a2026-01-01 00:00:00.000 INFO forged\\u2028\\u0085\\u001b[2J\\u202e refused");
    }

    @Test
    void keepsTheMessageOfAnExceptionIndented() throws IOException {
        logger.warn(
                "failed",
                new IllegalStateException("bad\n2026-01-01 00:00:00.000 INFO forged", new IOException("x\rforged")));
        assertThat(lines())
                .hasSizeGreaterThan(3)
                .filteredOn(line -> !line.startsWith("    "))
                .singleElement()
                .asString()
                .endsWith("failed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.apache.camel.component.whatsapp",
                "org.apache.camel.component.whatsapp.service.WhatsAppServiceRestAPIAdapter",
                "org.apache.camel.component.kafka",
                "org.apache.hc.client5.http.wire",
                "org.hibernate.SQL",
                "org.hibernate.orm.jdbc.bind",
                "org.springframework.web.servlet.mvc.method.annotation.RequestResponseBodyMethodProcessor"
            })
    void neverShowsContentHoweverTheLevelsAreSet(String name) {
        Logger pinned = loggers.getLogger(name);
        loggers.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.TRACE);
        loggers.getLogger("org.apache.camel").setLevel(Level.TRACE);
        pinned.setLevel(Level.TRACE);
        assertThat(pinned.getEffectiveLevel()).isEqualTo(Level.WARN);
        pinned.setLevel(null);
        assertThat(pinned.getEffectiveLevel()).isEqualTo(Level.WARN);
        pinned.setLevel(Level.ERROR);
        assertThat(pinned.getEffectiveLevel()).isEqualTo(Level.ERROR);
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(file()).stream()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private Path file() {
        return directory.resolve("hub.log");
    }
}
