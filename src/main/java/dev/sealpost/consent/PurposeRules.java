package dev.sealpost.consent;

import static dev.sealpost.consent.LawfulBasis.CONSENT;
import static dev.sealpost.consent.LawfulBasis.LEGAL_OBLIGATION;
import static dev.sealpost.consent.LawfulBasis.PUBLIC_TASK;
import static dev.sealpost.consent.LawfulBasis.VITAL_INTERESTS;

import dev.sealpost.configuration.YamlMap;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What the settings of one purpose, each allowed by itself, must have to do with each other. */
final class PurposeRules {
    /** The bases that GDPR article 9(2) has a counterpart of. */
    private static final Set<LawfulBasis> FOR_SPECIAL_DATA =
            Set.of(CONSENT, LEGAL_OBLIGATION, VITAL_INTERESTS, PUBLIC_TASK);

    private static final Duration LEAST_WINDOW = Duration.ofMinutes(1);

    private final Purpose purpose;
    private final YamlMap keys;

    private PurposeRules(Purpose purpose, YamlMap keys) {
        this.purpose = purpose;
        this.keys = keys;
    }

    static void check(Purpose purpose, YamlMap keys) {
        PurposeRules rules = new PurposeRules(purpose, keys);
        rules.optInFitsTheBasis();
        rules.marketingIsAskedForTwice();
        rules.specialDataHasABasisOfArticle9();
        rules.keptContentHasAReason();
        rules.timesAreUsable();
        rules.resendingWaitsForTheStatus();
    }

    private void optInFitsTheBasis() {
        boolean consent = purpose.lawfulBasis() == CONSENT;
        if (consent && purpose.optIn() == OptIn.NONE) {
            fault(
                    "opt-in",
                    "does not go with lawful-basis: consent",
                    "a person who consents opts in",
                    "single",
                    "double");
        }
        if (!consent && purpose.optIn() != OptIn.NONE) {
            fault("opt-in", "goes with lawful-basis: consent only", "no other basis asks the person first", "none");
        }
    }

    private void marketingIsAskedForTwice() {
        if (purpose.category() != TemplateCategory.MARKETING) {
            return;
        }
        if (purpose.lawfulBasis() != CONSENT) {
            fault("lawful-basis", "does not go with template-category: marketing", "ask the person first", "consent");
        } else if (purpose.optIn() != OptIn.DOUBLE) {
            fault("opt-in", "is not enough for template-category: marketing", "let the person confirm", "double");
        }
    }

    private void specialDataHasABasisOfArticle9() {
        if (purpose.dataClass() == DataClass.SPECIAL && !FOR_SPECIAL_DATA.contains(purpose.lawfulBasis())) {
            fault(
                    "lawful-basis",
                    "does not go with data-class: special",
                    "GDPR article 9(2) lists what special categories of data may rest on",
                    "consent",
                    "legal-obligation",
                    "vital-interests",
                    "public-task");
        }
    }

    private void keptContentHasAReason() {
        if (!purpose.contentRetention().isZero()
                && keys.optionalText("content-retention-why").isEmpty()) {
            fault(
                    "content-retention",
                    "keeps content without a reason",
                    "say in content-retention-why what needs it",
                    "0d");
        }
    }

    private void timesAreUsable() {
        if (purpose.timeToLive().isZero()) {
            fault("time-to-live", "leaves no time to send anything", "say how long a message is worth sending");
        }
        Duration window = purpose.uncertainWindow();
        if (purpose.uncertain() == UncertainPolicy.RESEND && window.compareTo(purpose.timeToLive()) >= 0) {
            fault("uncertain", "would send again after time-to-live has passed", "shorten the window, or park");
        }
    }

    /** Before a message is sent again its status gets time to arrive: without a window every lost answer would be a double send. */
    private void resendingWaitsForTheStatus() {
        if (purpose.uncertain() == UncertainPolicy.RESEND
                && purpose.uncertainWindow().compareTo(LEAST_WINDOW) < 0) {
            keys.map("uncertain")
                    .find("window")
                    .ifPresent(node -> node.fault(
                            "is too short to await a status before sending again",
                            List.of("1m or more with policy: resend"),
                            "lengthen the window, or park"));
        }
    }

    private void fault(String key, String problem, String advice, String... allowed) {
        keys.find(key).ifPresent(node -> node.fault(problem, List.of(allowed), advice));
    }
}
