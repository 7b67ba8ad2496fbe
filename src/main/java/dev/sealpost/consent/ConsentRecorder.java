package dev.sealpost.consent;

import dev.sealpost.audit.AuditLog;
import dev.sealpost.consent.Reading.Said;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.subject.PhoneNumber;
import dev.sealpost.subject.Subjects;
import dev.sealpost.vault.BlindIndex;
import dev.sealpost.vault.SubjectKeys;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records what people said, each thing once, together with its audit entry. People who are not known yet become known by it, also
 * by a withdrawal: an older consent that is imported later then finds it and does not revive anything.
 */
@Component
class ConsentRecorder {
    private final Subjects subjects;
    private final SubjectKeys keys;
    private final Consents consents;
    private final ConsentGate gate;
    private final ConsentEvents events;
    private final EvidenceSeal seal;
    private final AuditLog audit;

    ConsentRecorder(
            Subjects subjects,
            SubjectKeys keys,
            Consents consents,
            ConsentGate gate,
            ConsentEvents events,
            EvidenceSeal seal,
            AuditLog audit) {
        this.subjects = subjects;
        this.keys = keys;
        this.consents = consents;
        this.gate = gate;
        this.events = events;
        this.seal = seal;
        this.audit = audit;
    }

    @Transactional
    RecordingOutcome record(PhoneNumber phone, Statement said, String actor) {
        return record(List.of(new Said(phone, said)), actor).get(0);
    }

    /**
     * Records these in their order, in a constant number of statements however many they are.
     *
     * @return what came of each
     */
    @Transactional
    List<RecordingOutcome> record(List<Said> all, String actor) {
        Map<PhoneNumber, SubjectRef> people =
                subjects.resolve(all.stream().map(Said::phone).collect(Collectors.toSet()));
        return recordAbout(
                all.stream()
                        .map(said -> new About(people.get(said.phone()), said.statement()))
                        .toList(),
                actor);
    }

    /** The same of people who are known. */
    @Transactional
    List<RecordingOutcome> recordAbout(List<About> all, String actor) {
        Set<SubjectRef> references = all.stream().map(About::subject).collect(Collectors.toSet());
        events.lock(references);
        List<BlindIndex> fingerprints = all.stream()
                .map(said -> seal.fingerprint(said.subject(), said.statement()))
                .toList();
        Set<BlindIndex> known = events.known(references, fingerprints);
        Recording recording = new Recording(
                gate,
                seal,
                events,
                actor,
                consents.current(references),
                keys.load(peopleOfNews(all, fingerprints, known)),
                known);
        List<RecordingOutcome> outcomes = IntStream.range(0, all.size())
                .mapToObj(i -> recording.record(all.get(i).subject(), all.get(i).statement(), fingerprints.get(i)))
                .toList();
        audit.append(recording.entries());
        return outcomes;
    }

    /** Whose keys are needed: unwrapping one is work, and an import that is done again says nothing new. */
    private static Set<SubjectRef> peopleOfNews(List<About> all, List<BlindIndex> fingerprints, Set<BlindIndex> known) {
        return IntStream.range(0, all.size())
                .filter(i -> !known.contains(fingerprints.get(i)))
                .mapToObj(i -> all.get(i).subject())
                .collect(Collectors.toSet());
    }

    /** What a person who is known said. */
    record About(SubjectRef subject, Statement statement) {}
}
