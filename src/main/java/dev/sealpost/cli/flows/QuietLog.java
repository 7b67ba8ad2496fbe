package dev.sealpost.cli.flows;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.StandardEnvironment;

/** The log of a command: what it prints is its answer, so that only errors are logged beside it. */
final class QuietLog {

    private QuietLog() {}

    static void apply() {
        LoggingSystem logging = LoggingSystem.get(QuietLog.class.getClassLoader());
        logging.beforeInitialize();
        logging.initialize(new LoggingInitializationContext(new StandardEnvironment()), null, null);
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
    }
}
