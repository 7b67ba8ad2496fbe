package dev.sealpost.subject;

import dev.sealpost.message.SubjectRef;
import dev.sealpost.vault.BlindIndex;
import dev.sealpost.vault.BlindIndexer;
import dev.sealpost.vault.SubjectKeys;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** {@link Subjects} in the tables {@code subject} and {@code subject_identifier}. */
@Component
class SubjectTable implements Subjects {

    private static final String PHONE = "phone";

    private final BlindIndexer indexer;
    private final Identifiers identifiers;
    private final SubjectKeys keys;

    SubjectTable(BlindIndexer indexer, Identifiers identifiers, SubjectKeys keys) {
        this.indexer = indexer;
        this.identifiers = identifiers;
        this.keys = keys;
    }

    @Override
    public Map<PhoneNumber, SubjectRef> resolve(Collection<PhoneNumber> numbers) {
        Map<PhoneNumber, BlindIndex> indexes = new LinkedHashMap<>();
        numbers.forEach(number -> indexes.computeIfAbsent(number, this::index));
        Map<BlindIndex, SubjectRef> known = new HashMap<>(identifiers.find(indexes.values()));
        known.putAll(create(indexes.values().stream()
                .filter(index -> !known.containsKey(index))
                .toList()));
        var resolved = new LinkedHashMap<PhoneNumber, SubjectRef>();
        indexes.forEach((number, index) -> resolved.put(number, known.get(index)));
        return resolved;
    }

    @Override
    public Optional<SubjectRef> find(PhoneNumber number) {
        BlindIndex index = index(number);
        return Optional.ofNullable(identifiers.find(List.of(index)).get(index));
    }

    private Map<BlindIndex, SubjectRef> create(Collection<BlindIndex> missing) {
        var proposed = new HashMap<BlindIndex, SubjectRef>();
        missing.forEach(index -> proposed.put(index, SubjectRef.random()));
        Map<BlindIndex, SubjectRef> agreed = identifiers.claim(PHONE, proposed);
        Set<SubjectRef> created = Set.copyOf(proposed.values());
        keys.create(agreed.values().stream().filter(created::contains).toList());
        return agreed;
    }

    private BlindIndex index(PhoneNumber number) {
        return indexer.index(PHONE, number.e164());
    }
}
