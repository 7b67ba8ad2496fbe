package dev.sealpost.delivery;

import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells all handlers what follows from refusals, in the transaction that writes the refusals down. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Consequences {

    private static final Comparator<Consequence> BY_MESSAGE =
            Comparator.comparing(consequence -> consequence.occasion().message());

    private final List<ConsequenceHandler> handlers;

    Consequences(ObjectProvider<ConsequenceHandler> handlers) {
        this.handlers = handlers.orderedStream().toList();
    }

    void apply(List<Consequence> consequences) {
        if (!consequences.isEmpty()) {
            List<Consequence> sorted = consequences.stream().sorted(BY_MESSAGE).toList();
            handlers.forEach(handler -> handler.apply(sorted));
        }
    }
}
