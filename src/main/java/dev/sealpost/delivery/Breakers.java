package dev.sealpost.delivery;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** A breaker for each sender: trouble of one number does not stop the others. */
@Component
class Breakers implements SenderLimit {

    private static final List<String> WORST_FIRST = List.of("OPEN", "HALF_OPEN");
    private static final String CLOSED = "CLOSED";

    private final DeliverySettings settings;
    private final Channel channel;
    private final Map<String, Breaker> bySender = new ConcurrentHashMap<>();

    Breakers(DeliverySettings settings, Channel channel) {
        this.settings = settings;
        this.channel = channel;
    }

    @Override
    public int admit(String sender, int atMost) {
        return of(sender).admit(atMost);
    }

    @Override
    public void giveBack(String sender, int count) {
        of(sender).giveBack(count);
    }

    @Override
    public void record(String sender, Outcome outcome) {
        of(sender).record(outcome);
    }

    private Breaker of(String sender) {
        return bySender.computeIfAbsent(sender, name -> new Breaker(name, settings));
    }

    /** Of those senders there are that have sent; {@code CLOSED}, {@code OPEN} or {@code HALF_OPEN}. */
    Map<String, String> states() {
        Map<String, String> states = new TreeMap<>();
        bySender.forEach((sender, breaker) -> states.put(sender, breaker.state()));
        states.keySet().retainAll(channel.senders());
        return states;
    }

    String worst() {
        return states().values().stream()
                .filter(WORST_FIRST::contains)
                .min(Comparator.comparingInt(WORST_FIRST::indexOf))
                .orElse(CLOSED);
    }
}
