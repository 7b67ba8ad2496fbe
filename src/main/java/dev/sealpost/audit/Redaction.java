package dev.sealpost.audit;

import dev.sealpost.message.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
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
    private static final int FEWEST_DIGITS = 7;

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

    /** A number in E.164 form with its plus, perhaps with separators; nine to fifteen digits on their own; an e-mail address. */
    private static final Pattern PERSONAL = Pattern.compile("(?<!\\w)\\+[0-9](?:[ ().-]{0,2}[0-9]){6,14}(?!\\w)"
            + "|(?<![\\w@-]|[0-9]:)[0-9]{9,15}(?!\\w|-\\w)"
            + "|[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    private final Counter redacted;

    Redaction(MeterRegistry meters) {
        redacted = Counter.builder("sealpost.audit.redacted")
                .description("Values of audit records replaced because they looked like personal data")
                .register(meters);
    }

    AuditRecord apply(AuditRecord entry) {
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

    private Map<String, String> evidence(Map<String, String> evidence) {
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
        if (inert == null || !mayBePersonal(inert) || !PERSONAL.matcher(inert).find()) {
            return inert;
        }
        redacted.increment();
        return REDACTED;
    }

    /** Spares most values the pattern: it finds nothing without an at sign or seven digits with at most two other characters between. */
    private static boolean mayBePersonal(String text) {
        int digits = 0;
        int others = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
                others = 0;
            } else if (++others > 2 || Character.isLetter(c)) {
                digits = 0;
            }
            if (c == '@' || digits == FEWEST_DIGITS) {
                return true;
            }
        }
        return false;
    }
}
