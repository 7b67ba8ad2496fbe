package dev.sealpost.delivery;

import dev.sealpost.access.Caller;
import dev.sealpost.audit.AuditKind;
import dev.sealpost.audit.AuditLog;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists, reveals and discards dead letters. No entry, no answer: each look and each act is committed to the audit with it. */
@Component
@Transactional
class DeadLetterDesk {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final DeadLetterTable letters;
    private final LetterOpener opener;
    private final AuditLog audit;

    DeadLetterDesk(DeadLetterTable letters, LetterOpener opener, AuditLog audit) {
        this.letters = letters;
        this.opener = opener;
        this.audit = audit;
    }

    Optional<LetterView> one(UUID id, Caller caller) {
        Optional<StoredLetter> found = letters.find(id, caller);
        audit.append(LetterEntries.listed(found.isPresent() ? 1 : 0, caller));
        return found.map(LetterView::of);
    }

    LetterView.Page list(LetterFilter filter, UUID cursor, Caller caller) {
        List<StoredLetter> found =
                letters.find(filter, cursor == null ? BEFORE_ALL : cursor, filter.most() + 1, caller);
        boolean more = found.size() > filter.most();
        List<StoredLetter> page = more ? found.subList(0, filter.most()) : found;
        audit.append(LetterEntries.listed(page.size(), caller));
        return new LetterView.Page(
                page.stream().map(LetterView::of).toList(),
                more ? page.get(page.size() - 1).id() : null);
    }

    /** @return empty if there is no such letter; else what opening it came to */
    Optional<Revelation> reveal(UUID id, Caller caller) {
        return letters.find(id, caller).map(letter -> {
            OpenedLetter opened = opener.open(letter);
            audit.append(LetterEntries.about(AuditKind.DEAD_LETTER_REVEALED, letter, caller)
                    .outcome(opened instanceof OpenedLetter.Opened ? "revealed" : "not-opened")
                    .build());
            if (opened instanceof OpenedLetter.Broken) {
                audit.append(LetterEntries.about(AuditKind.SEAL_BROKEN, letter, caller)
                        .outcome("refused")
                        .build());
            }
            return new Revelation(letter, opened);
        });
    }

    record Revelation(StoredLetter letter, OpenedLetter opened) {}

    /** @return whether there was such a letter */
    boolean discard(UUID id, Caller caller) {
        return letters.find(id, caller)
                .filter(letter -> discard(letter, caller))
                .isPresent();
    }

    LetterView.Discarded discard(LetterFilter filter, Caller caller) {
        List<StoredLetter> found = letters.find(filter, BEFORE_ALL, filter.most() + 1, caller);
        long discarded = found.stream()
                .limit(filter.most())
                .filter(letter -> discard(letter, caller))
                .count();
        return new LetterView.Discarded((int) discarded, found.size() > filter.most());
    }

    private boolean discard(StoredLetter letter, Caller caller) {
        boolean mine = letters.delete(letter);
        if (mine) {
            audit.append(LetterEntries.about(AuditKind.DEAD_LETTER_DISCARDED, letter, caller)
                    .outcome("discarded")
                    .build());
        }
        return mine;
    }
}
