package dev.sealpost.subject;

import dev.sealpost.message.SubjectRef;
import dev.sealpost.vault.BlindIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One batch of handles, between what the database knows and what it is to know. */
final class Recognition {

    private final Map<Handles, List<Identifier>> forms;
    private final Map<BlindIndex, SubjectRef> owners;
    private final Map<Identifier, SubjectRef> proposed = new LinkedHashMap<>();
    private final Set<SubjectRef> created = new LinkedHashSet<>();

    private Recognition(Map<Handles, List<Identifier>> forms, Map<BlindIndex, SubjectRef> known) {
        this.forms = forms;
        this.owners = new HashMap<>(known);
    }

    static Recognition of(
            Collection<Handles> people,
            IdentifierForms forms,
            Function<Collection<BlindIndex>, Map<BlindIndex, SubjectRef>> find) {
        Map<Handles, List<Identifier>> all = new LinkedHashMap<>();
        people.forEach(person -> all.computeIfAbsent(person, handles -> handles.all().stream()
                .flatMap(handle -> forms.of(handle).stream())
                .toList()));
        Set<BlindIndex> indexes = all.values().stream()
                .flatMap(List::stream)
                .map(Identifier::index)
                .collect(Collectors.toSet());
        Recognition recognition = new Recognition(all, find.apply(indexes));
        all.values().forEach(recognition::propose);
        return recognition;
    }

    /** What was not anybody's becomes the person's: of someone new both forms of a number, of someone known only what was used. */
    private void propose(List<Identifier> identifiers) {
        SubjectRef known = owner(identifiers);
        SubjectRef subject = known == null ? SubjectRef.random() : known;
        if (known == null) {
            created.add(subject);
        }
        identifiers.stream()
                .filter(identifier -> !owners.containsKey(identifier.index()))
                .filter(identifier -> known == null || !identifier.variant())
                .forEach(identifier -> {
                    owners.put(identifier.index(), subject);
                    proposed.put(identifier, subject);
                });
    }

    private SubjectRef owner(List<Identifier> identifiers) {
        return identifiers.stream()
                .map(identifier -> owners.get(identifier.index()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    Map<Identifier, SubjectRef> proposed() {
        return proposed;
    }

    /** What another transaction was faster with. @return the subjects that are new */
    List<SubjectRef> agree(Map<BlindIndex, SubjectRef> agreed) {
        owners.putAll(agreed);
        Set<SubjectRef> used = Set.copyOf(agreed.values());
        return created.stream().filter(used::contains).toList();
    }

    /** Identifiers that were added to people who were known before. */
    Map<Identifier, SubjectRef> aliases() {
        Map<Identifier, SubjectRef> aliases = new LinkedHashMap<>(proposed);
        aliases.entrySet()
                .removeIf(alias -> created.contains(alias.getValue())
                        || !alias.getValue().equals(owners.get(alias.getKey().index())));
        return aliases;
    }

    Map<Handles, Recognised> recognised() {
        Map<Handles, Recognised> recognised = new LinkedHashMap<>();
        forms.forEach((person, identifiers) -> recognised.put(person, recognised(identifiers)));
        return recognised;
    }

    private Recognised recognised(List<Identifier> identifiers) {
        SubjectRef subject = owner(identifiers);
        List<SubjectRef> others = new ArrayList<>();
        identifiers.stream()
                .map(identifier -> owners.get(identifier.index()))
                .filter(owner -> owner != null && !owner.equals(subject))
                .forEach(others::add);
        return new Recognised(subject, Set.copyOf(others));
    }
}
