package dev.sealpost.minimisation;

import dev.sealpost.vault.BlindIndexer;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/**
 * Keyed pseudonyms: 80 bits of the value's blind index in hexadecimal. Without the vault's key nobody can compute or reverse one, and
 * those of two fields or two profiles cannot be linked.
 */
@Component
class Pseudonyms {

    private static final int DIGITS = 20;

    private final BlindIndexer indexer;

    Pseudonyms(BlindIndexer indexer) {
        this.indexer = indexer;
    }

    UnaryOperator<String> of(Profile profile, FieldRule rule) {
        String domain = "pseudonym:" + profile.name() + "." + rule.name();
        return value -> indexer.index(domain, value).toString().substring(0, DIGITS);
    }
}
