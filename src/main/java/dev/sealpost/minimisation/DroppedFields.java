package dev.sealpost.minimisation;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts what did not leave, as {@code sealpost.minimisation.dropped} by profile. Names stay out: they may be personal data. */
@Component
class DroppedFields {

    private final MeterRegistry meters;

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
        meters.counter("sealpost.minimisation.dropped", "profile", profile.name())
                .increment(dropped);
        return dropped;
    }
}
