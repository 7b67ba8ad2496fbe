package dev.sealpost.configuration;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggerContextListener;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.spi.LifeCycle;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps loggers that would print message content at WARN or above, whatever the configuration or an operator sets. Costs nothing
 * when something is logged.
 */
public class PinnedLoggers extends ContextAwareBase implements LoggerContextListener, LifeCycle {

    private final List<String> names = new ArrayList<>();
    private boolean started;

    /** @param name of a logger; those below it are pinned too */
    public void addPin(String name) {
        names.add(name);
    }

    @Override
    public void start() {
        started = true;
        LoggerContext loggers = (LoggerContext) getContext();
        names.forEach(name -> loggers.getLogger(name).setLevel(Level.WARN));
    }

    @Override
    public void onLevelChange(Logger logger, Level level) {
        if (started && isPinned(logger.getName()) && !level.isGreaterOrEqual(Level.WARN)) {
            logger.setLevel(Level.WARN);
        }
    }

    private boolean isPinned(String logger) {
        return names.stream().anyMatch(name -> logger.equals(name) || logger.startsWith(name + "."));
    }

    /** Logback forgets listeners that are not, and with them what they pinned; the configuration adds this one again. */
    @Override
    public boolean isResetResistant() {
        return false;
    }

    @Override
    public void onStart(LoggerContext loggers) {
        start();
    }

    @Override
    public void onReset(LoggerContext loggers) {
        stop();
    }

    @Override
    public void onStop(LoggerContext loggers) {
        stop();
    }

    @Override
    public void stop() {
        started = false;
    }

    @Override
    public boolean isStarted() {
        return started;
    }
}
