package dev.sealpost.whatsapp.approval;

import dev.sealpost.whatsapp.request.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One template of the configuration beside what an account has under its name. */
final class Comparison {

    private final Template template;
    private final String account;
    private final List<Finding> findings = new ArrayList<>();

    private Comparison(Template template, String account) {
        this.template = template;
        this.account = account;
    }

    /** @param named what the account has under the template's name, in whatever language */
    static List<Finding> of(Template template, String account, List<MetaTemplate> named) {
        Comparison comparison = new Comparison(template, account);
        if (named.isEmpty()) {
            comparison.add(null, "template-missing", "Meta has no template of this name", "create it there", true);
        } else {
            comparison.languages(named);
        }
        return comparison.findings;
    }

    private void languages(List<MetaTemplate> named) {
        Map<String, MetaTemplate> byLanguage = new TreeMap<>();
        named.forEach(theirs -> byLanguage.put(theirs.language(), theirs));
        boolean anyGood = template.languages().stream()
                .map(byLanguage::get)
                .anyMatch(theirs -> theirs != null && theirs.isApproved());
        for (String language : template.languages()) {
            Optional.ofNullable(byLanguage.get(language))
                    .ifPresentOrElse(
                            theirs -> compare(theirs, !anyGood), () -> unspoken(language, byLanguage, !anyGood));
        }
    }

    private void unspoken(String language, Map<String, MetaTemplate> byLanguage, boolean stops) {
        add(
                language,
                "template-language",
                "Meta has it only in " + String.join(", ", byLanguage.keySet()),
                "name a language it has, or have it translated there",
                stops);
    }

    private void compare(MetaTemplate theirs, boolean stops) {
        if (!theirs.isApproved()) {
            add(
                    theirs.language(),
                    "template-status",
                    "it is " + theirs.status().toLowerCase(Locale.ROOT) + " at Meta",
                    "see its quality and review there",
                    stops);
        }
        if (!theirs.category().equals(template.category().name())) {
            add(
                    theirs.language(),
                    "template-category",
                    "Meta has it as " + theirs.category().toLowerCase(Locale.ROOT),
                    "use it for purposes of that category, or ask Meta to review it",
                    true);
        }
        LayoutComparison.of(theirs, template.layout())
                .forEach(difference ->
                        add(theirs.language(), difference.rule(), difference.message(), difference.fix(), true));
    }

    private void add(String language, String rule, String message, String fix, boolean stops) {
        String place = template.place();
        int colon = place.lastIndexOf(':');
        findings.add(new Finding(
                colon < 0 ? place : place.substring(0, colon),
                colon < 0 ? 0 : Integer.parseInt(place.substring(colon + 1)),
                rule,
                template.name(),
                language,
                account,
                message,
                fix,
                stops));
    }
}
