package dev.sealpost.consent;

import dev.sealpost.audit.AuditLog;
import dev.sealpost.consent.Reading.Asked;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.subject.Subjects;
import dev.sealpost.vault.DataKey;
import dev.sealpost.vault.SealBroken;
import dev.sealpost.vault.SubjectKeys;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows where a person stands and what they said, with the evidence opened; that it was shown is audited. */
@Component
class ConsentSearch {
    private final Subjects subjects;
    private final SubjectKeys keys;
    private final Consents consents;
    private final ConsentEvents events;
    private final EvidenceSeal seal;
    private final Purposes purposes;
    private final AuditLog audit;

    ConsentSearch(
            Subjects subjects,
            SubjectKeys keys,
            Consents consents,
            ConsentEvents events,
            EvidenceSeal seal,
            Purposes purposes,
            AuditLog audit) {
        this.subjects = subjects;
        this.keys = keys;
        this.consents = consents;
        this.events = events;
        this.seal = seal;
        this.purposes = purposes;
        this.audit = audit;
    }

    /** A person who is not known stays unknown. */
    @Transactional
    ConsentHistory find(Asked asked, String reader) {
        Optional<SubjectRef> subject = subjects.find(asked.phone());
        audit.append(ConsentEntries.read(subject, asked.purpose(), reader));
        return subject.map(known -> history(known, asked.purpose(), reader)).orElse(ConsentHistory.OF_NOBODY);
    }

    private ConsentHistory history(SubjectRef subject, String purpose, String reader) {
        Standing standing = new Standing(subject, consents.current(List.of(subject)));
        DataKey key = keys.load(List.of(subject)).get(subject);
        List<ConsentHistory.Item> items = events.of(subject).stream()
                .filter(event -> isAbout(event.state().purpose(), purpose))
                .map(event -> item(event, key, reader))
                .toList();
        return new ConsentHistory(states(standing, purpose), items);
    }

    private static boolean isAbout(String said, String asked) {
        return asked == null || said.equals(asked) || said.equals(ConsentSnapshot.EVERY_PURPOSE);
    }

    private List<ConsentAnswer> states(Standing standing, String asked) {
        return purposesOf(standing).stream()
                .filter(purpose -> asked == null || purpose.equals(asked))
                .flatMap(purpose -> standing.on(purpose).map(state -> answer(standing, purpose, state)).stream())
                .toList();
    }

    private Set<String> purposesOf(Standing standing) {
        Set<String> all = new TreeSet<>(purposes.ids());
        all.addAll(standing.purposes());
        all.remove(ConsentSnapshot.EVERY_PURPOSE);
        return all;
    }

    private static ConsentAnswer answer(Standing standing, String purpose, ConsentState state) {
        return ConsentAnswer.of(standing.subject().value(), purpose, state, List.of(), null);
    }

    private ConsentHistory.Item item(ConsentEvent event, DataKey key, String reader) {
        if (event.evidence() == null || key == null) {
            return ConsentHistory.Item.of(event, null, key == null ? "destroyed" : "none");
        }
        try {
            return ConsentHistory.Item.of(event, seal.open(key, event), "opened");
        } catch (SealBroken altered) {
            audit.append(ConsentEntries.broken(event, reader));
            return ConsentHistory.Item.of(event, null, "broken");
        }
    }
}
