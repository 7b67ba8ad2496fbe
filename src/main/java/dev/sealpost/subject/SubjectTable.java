package dev.sealpost.subject;

import dev.sealpost.message.SubjectRef;
import dev.sealpost.vault.BlindIndex;
import dev.sealpost.vault.SubjectKeys;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@link Subjects} in the tables {@code subject} and {@code subject_identifier}. */
@Component
class SubjectTable implements Subjects {

    private final IdentifierForms forms;
    private final Identifiers identifiers;
    private final SubjectKeys keys;

    SubjectTable(IdentifierForms forms, Identifiers identifiers, SubjectKeys keys) {
        this.forms = forms;
        this.identifiers = identifiers;
        this.keys = keys;
    }

    @Override
    public <R extends Recipient> Map<R, SubjectRef> resolve(Collection<R> recipients) {
        Map<Handles, Recognised> recognised =
                recognise(recipients.stream().map(Handles::of).toList()).recognised();
        var resolved = new LinkedHashMap<R, SubjectRef>();
        recipients.forEach(recipient ->
                resolved.put(recipient, recognised.get(Handles.of(recipient)).subject()));
        return resolved;
    }

    @Override
    public Optional<SubjectRef> find(Recipient recipient) {
        List<BlindIndex> indexes =
                forms.of(recipient).stream().map(Identifier::index).toList();
        Map<BlindIndex, SubjectRef> owners = identifiers.find(indexes);
        return indexes.stream().map(owners::get).filter(Objects::nonNull).findFirst();
    }

    Recognition recognise(Collection<Handles> people) {
        Recognition recognition = Recognition.of(people, forms, identifiers::find);
        keys.create(recognition.agree(identifiers.claim(recognition.proposed())));
        return recognition;
    }
}
