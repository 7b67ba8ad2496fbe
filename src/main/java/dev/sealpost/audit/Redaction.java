package dev.sealpost.audit;

import dev.sealpost.message.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * The net under the rule that the audit holds no personal data: makes every string of a record inert and bounded, and where free
 * text might get in (outcome, a reason's detail, evidence that is not an id) replaces a value that looks like a phone number or
 * an e-mail address. Each replacement is counted as {@code sealpost.audit.redacted}; any is a defect of whoever appended it.
 *
 * <p>Not guaranteed: that it finds names or free text. It never makes an append fail.
 */
@Component
class Redaction {

    static final String REDACTED = "redacted";
    private static final int MAX_EVIDENCE = 16;

    /** Evidence that is an id: digits or characters that mean nothing by themselves. */
    private static final Set<String> IDS = Set.of(
            "consent",
            "notice",
            "profile",
            "template",
            "wamid",
            "key",
            "sender",
            "source",
            "sha256",
            "deadLetter",
            "upTo",
            "entries");

    private final Counter redacted;

    Redaction(MeterRegistry meters) {
        redacted = Counter.builder("sealpost.audit.redacted")
                .description("Values of audit records replaced because they looked like personal data")
                .register(meters);
    }

    AuditRecord apply(AuditRecord entry) {
        return isClean(entry) ? entry : cleaned(entry);
    }

    private static boolean isClean(AuditRecord entry) {
        return InertText.isSurelyInert(entry.actor())
                && InertText.isSurelyInert(entry.flow())
                && InertText.isSurelyInert(entry.exchange())
                && InertText.isSurelyInert(entry.purpose())
                && isCleanText(entry.outcome())
                && isClean(entry.reason())
                && isClean(entry.evidence());
    }

    private static boolean isClean(Reason reason) {
        return reason == null || InertText.isSurelyInert(reason.word()) && isCleanText(reason.detail());
    }

    private static boolean isClean(SortedMap<String, String> evidence) {
        if (evidence.size() > MAX_EVIDENCE) {
            return false;
        }
        for (var piece : evidence.entrySet()) {
            String value = piece.getValue();
            if (!InertText.isSurelyInert(piece.getKey())
                    || !(IDS.contains(piece.getKey()) ? InertText.isSurelyInert(value) : isCleanText(value))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCleanText(String text) {
        return text == null || InertText.isSurelyInert(text) && !PersonalText.isIn(text);
    }

    private AuditRecord cleaned(AuditRecord entry) {
        return new AuditRecord(
                entry.time(),
                entry.kind(),
                InertText.of(entry.actor()),
                InertText.of(entry.flow()),
                InertText.of(entry.exchange()),
                entry.message(),
                entry.subject(),
                InertText.of(entry.purpose()),
                freeText(entry.outcome()),
                reason(entry.reason()),
                evidence(entry.evidence()));
    }

    private Reason reason(Reason reason) {
        return reason == null ? null : Reason.of(InertText.of(reason.word()), freeText(reason.detail()));
    }

    private SortedMap<String, String> evidence(SortedMap<String, String> evidence) {
        var result = new TreeMap<String, String>();
        evidence.forEach((name, value) -> result.put(InertText.of(name), evidence(name, value)));
        while (result.size() > MAX_EVIDENCE) {
            result.pollLastEntry();
        }
        return result;
    }

    private String evidence(String name, String value) {
        return IDS.contains(name) ? InertText.of(value) : freeText(value);
    }

    private String freeText(String text) {
        String inert = InertText.of(text);
        if (inert == null || !PersonalText.isIn(inert)) {
            return inert;
        }
        redacted.increment();
        return REDACTED;
    }
}
