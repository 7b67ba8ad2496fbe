package dev.sealpost.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LogFile;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.mock.env.MockEnvironment;

@DisplayName("The hub's log")
class LogLinesTest {

    private static final String SHIPPED = "classpath:logback-spring.xml";

    private final LoggingSystem logging = LoggingSystem.get(LogLinesTest.class.getClassLoader());
    private final Logger logger = LoggerFactory.getLogger("dev.sealpost.test");

    @TempDir
    private Path directory;

    @BeforeEach
    void logToFile() {
        MockEnvironment environment = new MockEnvironment().withProperty("logging.file.name", file().toString());
        initialize(environment);
    }

    @AfterEach
    void logAsBefore() {
        initialize(new MockEnvironment());
    }

    private void initialize(MockEnvironment environment) {
        System.clearProperty("LOG_FILE");
        logging.cleanUp();
        logging.beforeInitialize();
        logging.initialize(new LoggingInitializationContext(environment), SHIPPED, LogFile.get(environment));
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
                "org.hibernate.SQL",
                "org.hibernate.orm.jdbc.bind",
                "org.springframework.web.servlet.mvc.method.annotation.RequestResponseBodyMethodProcessor"
            })
    void neverShowsContentHoweverTheLevelsAreSet(String name) {
        logging.setLogLevel("ROOT", LogLevel.TRACE);
        logging.setLogLevel("org.apache.camel", LogLevel.TRACE);
        logging.setLogLevel(name, LogLevel.TRACE);
        ch.qos.logback.classic.Logger pinned = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(name);
        assertThat(pinned.getEffectiveLevel()).isEqualTo(Level.WARN);
        logging.setLogLevel(name, null);
        assertThat(pinned.getEffectiveLevel()).isEqualTo(Level.WARN);
        logging.setLogLevel(name, LogLevel.ERROR);
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
