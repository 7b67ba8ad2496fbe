package dev.sealpost.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How this hub's dispatcher is doing, for health and console; holds no personal data. */
public interface DispatcherStatus {

    boolean running();

    /** What keeps it from sending now (the name of the failure it waits out), or empty. An open breaker is not trouble. */
    Optional<String> trouble();

    /** The worst of {@link #breakers()}. {@code CLOSED}: sending; {@code OPEN}: the channel is down, nothing is sent; {@code HALF_OPEN}: a few messages probe it. */
    String breaker();

    /** The same of each sender that has sent, by its name. */
    Map<String, String> breakers();

    /** Messages between claim and committed outcome, at most {@code sealpost.delivery.in-flight}. */
    int inFlight();

    /** For how long the longest waiting due message has been due, as last looked up; zero if none is due. */
    Duration backlogAge();
}
