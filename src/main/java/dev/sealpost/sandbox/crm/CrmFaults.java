package dev.sealpost.sandbox.crm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The faults ordered and not yet ended. They are forgotten when the sandbox stops. */
final class CrmFaults {
    private final List<Active> active = new ArrayList<>();

    synchronized void add(CrmFault fault) {
        active.add(new Active(fault));
    }

    synchronized void clear() {
        active.clear();
    }

    synchronized List<CrmFault> active() {
        return active.stream().map(one -> one.fault).toList();
    }

    Optional<CrmFault> strike(CrmFault.Kind kind) {
        return strike(fault -> fault.kind().orElseThrow() == kind);
    }

    /** The first that takes the place of a page. */
    Optional<CrmFault> strikeList() {
        return strike(fault -> {
            CrmFault.Kind kind = fault.kind().orElseThrow();
            return kind != CrmFault.Kind.EXPIRED_TOKEN && kind != CrmFault.Kind.NO_TOKEN;
        });
    }

    private synchronized Optional<CrmFault> strike(Predicate<CrmFault> concerned) {
        active.removeIf(Active::hasEnded);
        Optional<Active> struck =
                active.stream().filter(one -> concerned.test(one.fault)).findFirst();
        struck.ifPresent(one -> one.strikes++);
        return struck.map(one -> one.fault);
    }

    private static final class Active {
        private final CrmFault fault;
        private final Instant since = Instant.now();
        private int strikes;

        Active(CrmFault fault) {
            this.fault = fault;
        }

        boolean hasEnded() {
            boolean late = fault.seconds() != null
                    && Instant.now().isAfter(since.plus(Duration.ofMillis(Math.round(fault.seconds() * 1000))));
            return late || fault.count() != null && strikes >= fault.count();
        }
    }
}
