package dev.sealpost.subject;

import dev.sealpost.vault.BlindIndexer;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes identifiers of what reaches a person. */
@Component
class IdentifierForms {

    private static final String PHONE = "phone";
    private static final String USER_ID = "user-id";

    private final BlindIndexer indexer;

    IdentifierForms(BlindIndexer indexer) {
        this.indexer = indexer;
    }

    /** All that stand for it; the first is the one that was given. */
    List<Identifier> of(Recipient recipient) {
        if (recipient instanceof PhoneNumber number) {
            Identifier given = identifier(PHONE, number, false);
            return NumberVariant.of(number)
                    .map(variant -> List.of(given, identifier(PHONE, variant, true)))
                    .orElseGet(() -> List.of(given));
        }
        return List.of(identifier(USER_ID, recipient, false));
    }

    private Identifier identifier(String kind, Recipient form, boolean variant) {
        return new Identifier(kind, indexer.index(kind, form.text()), variant);
    }
}
