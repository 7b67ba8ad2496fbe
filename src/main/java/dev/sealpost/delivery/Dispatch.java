package dev.sealpost.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A dispatcher at work, from its start to its stop: three threads, and what is in flight between them. */
final class Dispatch {

    private static final Logger log = LoggerFactory.getLogger(Dispatch.class);
    private static final Duration LOOK = Duration.ofMillis(10);

    private final DeliverySettings settings;
    private final WakeUp wakeUp;
    private final InFlight inFlight;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch abandoned = new CountDownLatch(1);
    private final Trouble claiming = new Trouble("Claiming", stopping);
    private final Trouble settling = new Trouble("Writing down outcomes", abandoned);
    private final Trouble sweeping = new Trouble("Sweeping", stopping);
    private final List<Thread> claimers;
    private final Thread settler;

    Dispatch(DispatcherParts parts) {
        settings = parts.settings();
        wakeUp = parts.wakeUp();
        inFlight = new InFlight(settings.inFlight(), settings.urgentPlaces());
        var claims = new ClaimWork(parts, inFlight, HubName.next());
        var outcomes = new OutcomeWork(parts.settlement(), inFlight, wakeUp, settings);
        var sweeps = new SweepWork(parts.sweeps(), settings.sweepInterval(), stopping);
        claimers = List.of(
                thread("delivery-claims", claims, claiming, this::goesOn),
                thread("delivery-sweeps", sweeps, sweeping, this::goesOn));
        settler = thread("delivery-outcomes", outcomes, settling, this::hasOutcomesToCome);
    }

    Dispatch start() {
        claimers.forEach(Thread::start);
        settler.start();
        return this;
    }

    private static Thread thread(String name, Loop.Work work, Trouble trouble, BooleanSupplier goesOn) {
        var thread = new Thread(new Loop(work, trouble, goesOn), name);
        thread.setDaemon(true);
        return thread;
    }

    private boolean goesOn() {
        return stopping.getCount() > 0;
    }

    private boolean hasOutcomesToCome() {
        return abandoned.getCount() > 0 && (goesOn() || claimers.get(0).isAlive() || !inFlight.isEmpty());
    }

    /**
     * Claims nothing more, and waits for the outcomes of what is in flight. What is not committed in time is {@code SENDING} until its
     * lease ends, and then uncertain.
     */
    void stop() {
        stopping.countDown();
        wakeUp.ring();
        try {
            settler.join(settings.stopTimeout().toMillis());
            abandoned.countDown();
            for (Thread claimer : claimers) {
                claimer.join(LOOK.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!inFlight.isEmpty()) {
            log.warn("Stopped with {} messages without a committed outcome; they will be uncertain", inFlight.size());
        }
    }

    Optional<String> trouble() {
        return Stream.of(claiming, settling, sweeping)
                .flatMap(trouble -> trouble.now().stream())
                .findFirst();
    }

    int inFlight() {
        return inFlight.size();
    }
}
