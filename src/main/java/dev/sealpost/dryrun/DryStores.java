package dev.sealpost.dryrun;

import dev.sealpost.audit.AuditLog;
import dev.sealpost.audit.AuditRecord;
import dev.sealpost.consent.ConsentSnapshot;
import dev.sealpost.consent.Consents;
import dev.sealpost.consent.Purposes;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.subject.Recipient;
import dev.sealpost.subject.Subjects;
import dev.sealpost.vault.DataKey;
import dev.sealpost.vault.EphemeralKeys;
import dev.sealpost.vault.SubjectKeys;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the steps look up: the sample's person, their key and where they stand. Forgotten with the run. */
final class DryStores implements Subjects, SubjectKeys, Consents, AuditLog {

    private final SampleConsent consent;
    private final Purposes purposes;
    private final EphemeralKeys keys;
    private final Map<Recipient, SubjectRef> people = new HashMap<>();
    private final Map<SubjectRef, DataKey> dataKeys = new HashMap<>();

    DryStores(SampleConsent consent, Purposes purposes, EphemeralKeys keys) {
        this.consent = consent;
        this.purposes = purposes;
        this.keys = keys;
    }

    @Override
    public <R extends Recipient> Map<R, SubjectRef> resolve(Collection<R> recipients) {
        Map<R, SubjectRef> found = new HashMap<>();
        recipients.forEach(
                recipient -> found.put(recipient, people.computeIfAbsent(recipient, any -> SubjectRef.random())));
        create(found.values());
        return found;
    }

    @Override
    public Optional<SubjectRef> find(Recipient recipient) {
        return Optional.ofNullable(people.get(recipient));
    }

    @Override
    public void create(Collection<SubjectRef> subjects) {
        subjects.forEach(subject -> dataKeys.computeIfAbsent(subject, keys::dataKey));
    }

    @Override
    public Map<SubjectRef, DataKey> load(Collection<SubjectRef> subjects) {
        Map<SubjectRef, DataKey> loaded = new HashMap<>(dataKeys);
        loaded.keySet().retainAll(subjects);
        return loaded;
    }

    @Override
    public void destroy(SubjectRef subject) {
        dataKeys.remove(subject);
    }

    @Override
    public ConsentSnapshot current(Collection<SubjectRef> subjects) {
        return consent.of(subjects, purposes);
    }

    /** A dry run leaves no trace. */
    @Override
    public void append(Collection<AuditRecord> records) {}
}
