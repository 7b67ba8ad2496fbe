package dev.sealpost.whatsapp.inbound;

import dev.sealpost.consent.Stops;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.subject.Identities;
import dev.sealpost.subject.Recipient;
import dev.sealpost.subject.Replacement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Keeps one person one subject as WhatsApp tells of other numbers and user ids of theirs. */
@Component
class Aliases {

    static final String ACTOR = "whatsapp";

    private final Identities identities;
    private final Stops stops;
    private final OwnMessages own;

    Aliases(Identities identities, Stops stops, OwnMessages own) {
        this.identities = identities;
        this.stops = stops;
        this.own = own;
    }

    /** Whom the hub sent a message to has whatever it was delivered to. */
    void add(List<Reached> reached) {
        List<MessageId> ids = reached.stream().map(Reached::message).distinct().toList();
        Map<MessageId, SubjectRef> subjects = own.subjects(ids);
        Map<Recipient, SubjectRef> seen = new LinkedHashMap<>();
        reached.stream()
                .filter(one -> subjects.containsKey(one.message()))
                .forEach(one -> one.by().all().forEach(handle -> seen.put(handle, subjects.get(one.message()))));
        if (!seen.isEmpty()) {
            identities.alsoKnownAs(seen, ACTOR);
        }
    }

    /** If the new one is another's, nothing moves, and what either has stopped is stopped for both. */
    Replacement replace(Recipient old, Recipient replacement) {
        Replacement done = identities.replace(old, replacement, ACTOR);
        if (done instanceof Replacement.Conflict conflict) {
            stops.share(conflict.subject(), conflict.other(), ACTOR);
        }
        return done;
    }
}
