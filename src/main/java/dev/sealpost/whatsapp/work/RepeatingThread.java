package dev.sealpost.whatsapp.work;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * A thread that does one thing again and again while the hub runs, whatever fails in between, be it memory. It is started before the web server
 * and stopped after it.
 */
public abstract class RepeatingThread implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RepeatingThread.class);
    private static final long AFTER_FAILURE_MILLIS = 1000;
    private static final long STOP_MILLIS = 5000;

    private final String name;
    private volatile boolean running;
    private volatile Thread thread;

    protected RepeatingThread(String name) {
        this.name = name;
    }

    /** One round; returns after half a second at most if there is nothing to do. */
    protected abstract void round() throws InterruptedException;

    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        running = true;
        thread = new Thread(this::repeat, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Whether rounds are really made. */
    public boolean isAlive() {
        Thread current = thread;
        return current != null && current.isAlive();
    }

    private void repeat() {
        try {
            while (running) {
                roundOrPause();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void roundOrPause() throws InterruptedException {
        try {
            round();
        } catch (RuntimeException | Error failure) {
            LOG.warn("{} goes on in a moment after {}", name, failure.getClass().getName());
            Thread.sleep(AFTER_FAILURE_MILLIS);
        }
    }
}
