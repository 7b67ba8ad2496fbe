package dev.sealpost.delivery;

import dev.sealpost.access.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tries dead letters again, each by itself: what becomes of one does not touch the others. */
@Component
class DeadLetterRetry {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final DeadLetterTable letters;
    private final LetterOpener opener;
    private final EventRetry events;
    private final ContentRetry contents;

    DeadLetterRetry(DeadLetterTable letters, LetterOpener opener, EventRetry events, ContentRetry contents) {
        this.letters = letters;
        this.opener = opener;
        this.events = events;
        this.contents = contents;
    }

    /** @return empty if there is no such letter */
    Optional<RetryResult> retry(UUID id, Caller caller) {
        return letters.find(id, caller).map(letter -> retry(letter, caller));
    }

    /** The oldest first, up to the filter's limit; ends early when the store or the flow goes away. */
    LetterView.Retried retry(LetterFilter filter, Caller caller) {
        List<StoredLetter> found = letters.find(filter, BEFORE_ALL, filter.most() + 1, caller);
        List<RetryResult> results = new ArrayList<>();
        for (StoredLetter letter : found.subList(0, Math.min(found.size(), filter.most()))) {
            RetryResult result = retry(letter.id(), caller).orElseGet(() -> RetryResult.gone(letter));
            results.add(result);
            if (result.isUnavailable()) {
                return new LetterView.Retried(results, true);
            }
        }
        return new LetterView.Retried(results, found.size() > filter.most());
    }

    private RetryResult retry(StoredLetter letter, Caller caller) {
        if (!letter.isEvent()) {
            return contents.retry(letter, caller);
        }
        OpenedLetter opened = opener.open(letter);
        if (opened instanceof OpenedLetter.Opened event) {
            return events.retry(letter, event.content(), caller);
        }
        return RetryResult.kept(
                letter,
                opened instanceof OpenedLetter.Destroyed
                        ? "erased: the person's key was destroyed"
                        : "seal-broken: letter or key were altered");
    }
}
