package dev.sealpost.delivery;

import dev.sealpost.delivery.DeliveryOutcome.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Counts refusals by the channel's code and the reason's word. Codes come from outside: after {@value #MOST} different ones the others
 * are counted together.
 */
@Component
class RefusalCounts {

    private static final int MOST = 300;
    private static final String NONE = "none";
    private static final String OTHER = "other";

    private final MeterRegistry meters;
    private final Set<Integer> known = ConcurrentHashMap.newKeySet();

    RefusalCounts(MeterRegistry meters) {
        this.meters = meters;
    }

    void add(Refusal refusal) {
        meters.counter(
                        "sealpost.delivery.refusals",
                        "code",
                        label(refusal.code()),
                        "reason",
                        refusal.reason().word())
                .increment();
    }

    private String label(Integer code) {
        if (code == null) {
            return NONE;
        }
        boolean counted = known.contains(code) || known.size() < MOST && known.add(code);
        return counted ? code.toString() : OTHER;
    }
}
