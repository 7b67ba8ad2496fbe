package dev.sealpost.subject;

import dev.sealpost.audit.AuditKind;
import dev.sealpost.audit.AuditLog;
import dev.sealpost.audit.AuditRecord;
import dev.sealpost.message.Reason;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.vault.BlindIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** {@link Identities} in the table {@code subject_identifier}. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class IdentityTable implements Identities {

    private static final Reason ANOTHERS =
            Reason.of("belongs-to-another", "the number or user id is another subject's");

    private final SubjectTable subjects;
    private final IdentifierForms forms;
    private final Identifiers identifiers;
    private final AuditLog audit;

    IdentityTable(SubjectTable subjects, IdentifierForms forms, Identifiers identifiers, AuditLog audit) {
        this.subjects = subjects;
        this.forms = forms;
        this.identifiers = identifiers;
        this.audit = audit;
    }

    @Override
    public Map<Handles, Recognised> recognise(Collection<Handles> people, String actor) {
        Recognition recognition = subjects.recognise(people);
        Map<Handles, Recognised> recognised = recognition.recognised();
        List<AuditRecord> entries = new ArrayList<>();
        recognition.aliases().forEach((alias, subject) -> entries.add(added(alias, subject, actor)));
        recognised.values().forEach(one -> one.others().forEach(other -> entries.add(conflict(one.subject(), actor))));
        append(entries);
        return recognised;
    }

    @Override
    public void alsoKnownAs(Map<Recipient, SubjectRef> seen, String actor) {
        Map<Identifier, SubjectRef> unknown = new LinkedHashMap<>();
        List<AuditRecord> entries = new ArrayList<>();
        Map<BlindIndex, SubjectRef> owners = identifiers.find(seen.keySet().stream()
                .map(handle -> forms.of(handle).get(0).index())
                .toList());
        seen.forEach((handle, subject) -> {
            Identifier identifier = forms.of(handle).get(0);
            SubjectRef owner = owners.get(identifier.index());
            if (owner == null) {
                unknown.put(identifier, subject);
            } else if (!owner.equals(subject)) {
                entries.add(conflict(subject, actor));
            }
        });
        Map<BlindIndex, SubjectRef> agreed = identifiers.claim(unknown);
        unknown.forEach((alias, subject) -> entries.add(
                subject.equals(agreed.get(alias.index())) ? added(alias, subject, actor) : conflict(subject, actor)));
        append(entries);
    }

    @Override
    public Replacement replace(Recipient old, Recipient replacement, String actor) {
        SubjectRef subject = subjects.find(old).orElse(null);
        if (subject == null || old.equals(replacement)) {
            return new Replacement.Unknown();
        }
        Identifier identifier = forms.of(replacement).get(0);
        SubjectRef owner = subjects.find(replacement)
                .orElseGet(() -> identifiers.claim(Map.of(identifier, subject)).get(identifier.index()));
        if (!owner.equals(subject)) {
            append(List.of(conflict(subject, actor)));
            return new Replacement.Conflict(subject, owner);
        }
        identifiers.remove(
                forms.of(old).stream()
                        .map(Identifier::index)
                        .filter(index -> !index.equals(identifier.index()))
                        .toList(),
                subject);
        append(List.of(added(identifier, subject, actor), retired(identifier, subject, actor)));
        return new Replacement.Moved(subject);
    }

    private void append(List<AuditRecord> entries) {
        if (!entries.isEmpty()) {
            audit.append(entries);
        }
    }

    private static AuditRecord added(Identifier alias, SubjectRef subject, String actor) {
        return changed(alias, subject, actor, "added");
    }

    private static AuditRecord retired(Identifier alias, SubjectRef subject, String actor) {
        return changed(alias, subject, actor, "retired");
    }

    private static AuditRecord changed(Identifier alias, SubjectRef subject, String actor, String outcome) {
        return AuditRecord.of(AuditKind.SUBJECT_ALIAS)
                .by(actor)
                .subject(subject)
                .outcome(outcome)
                .evidence("identifier", alias.kind())
                .build();
    }

    private static AuditRecord conflict(SubjectRef subject, String actor) {
        return AuditRecord.of(AuditKind.SUBJECT_CONFLICT)
                .by(actor)
                .subject(subject)
                .outcome("nothing-changed")
                .reason(ANOTHERS)
                .build();
    }
}
