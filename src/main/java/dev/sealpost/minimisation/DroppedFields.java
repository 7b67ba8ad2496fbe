package dev.sealpost.minimisation;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Counts what did not leave, as {@code sealpost.minimisation.dropped} by profile. Names stay out: they may be personal data. */
@Component
class DroppedFields {

    private final MeterRegistry meters;
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();

    DroppedFields(MeterRegistry meters) {
        this.meters = meters;
    }

    /** How many values of the event the profile takes no field from. */
    int count(Profile profile, JsonNode event) {
        long taken = profile.sources().stream()
                .map(source -> source.in(event))
                .filter(JsonNode::isValueNode)
                .count();
        int dropped = Leaves.count(event) - (int) taken;
        counters.computeIfAbsent(profile.name(), this::counter).increment(dropped);
        return dropped;
    }

    private Counter counter(String profile) {
        return meters.counter("sealpost.minimisation.dropped", "profile", profile);
    }
}
