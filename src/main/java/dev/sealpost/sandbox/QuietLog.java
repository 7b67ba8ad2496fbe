package dev.sealpost.sandbox;

import java.util.List;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.ConfigurableEnvironment;

/** The log of a process that runs without Spring Boot: warnings, of the embedded servers errors only, and of the
 * mail server nothing, as it quotes addresses. */
final class QuietLog {
    private static final List<String> TALKATIVE = List.of("kafka", "org.apache.kafka", "state.change.logger");

    private QuietLog() {}

    static void apply(ConfigurableEnvironment environment) {
        LoggingSystem logging = LoggingSystem.get(QuietLog.class.getClassLoader());
        logging.beforeInitialize();
        logging.initialize(new LoggingInitializationContext(environment), null, null);
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        TALKATIVE.forEach(name -> logging.setLogLevel(name, LogLevel.ERROR));
        logging.setLogLevel("com.icegreen.greenmail", LogLevel.OFF);
    }
}
