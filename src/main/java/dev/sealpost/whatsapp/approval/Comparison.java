package dev.sealpost.whatsapp.approval;

import dev.sealpost.whatsapp.approval.MetaTemplate.Button;
import dev.sealpost.whatsapp.request.Layout;
import dev.sealpost.whatsapp.request.Template;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
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
        layout(theirs, template.layout());
    }

    private void layout(MetaTemplate theirs, Layout ours) {
        if (!theirs.header().equals(ours.header()) || !sameNames(theirs.headerParameters(), ours.headerParameters())) {
            add(
                    theirs.language(),
                    "template-header",
                    "its header takes " + taken(theirs.header(), theirs.headerParameters()) + ", not "
                            + taken(ours.header(), ours.headerParameters()),
                    "fill it as Meta has it",
                    true);
        }
        if (!sameNames(theirs.body(), ours.body()) && !isCode(theirs)) {
            add(
                    theirs.language(),
                    "template-parameters",
                    "its body takes " + names(theirs.body()) + ", not " + names(ours.body()),
                    "give as many as Meta has, with the same names",
                    true);
        }
        if (!fits(theirs.buttons(), ours.buttons())) {
            add(
                    theirs.language(),
                    "template-buttons",
                    "its buttons are " + buttons(theirs.buttons()) + ", those filled here " + ours.buttons(),
                    "fill those that have a place, by their index",
                    true);
        }
    }

    /** Meta writes the bodies of authentication templates itself, and shows them with or without the place. */
    private boolean isCode(MetaTemplate theirs) {
        return theirs.category().equals("AUTHENTICATION")
                && template.layout().body().size() == 1;
    }

    private static boolean sameNames(List<String> theirs, List<String> ours) {
        Set<String> all = new HashSet<>(theirs);
        return theirs.size() == ours.size() && all.containsAll(ours);
    }

    private static boolean fits(SortedMap<Integer, Button> theirs, SortedMap<Integer, String> ours) {
        boolean known = ours.entrySet().stream().allMatch(filled -> Optional.ofNullable(theirs.get(filled.getKey()))
                .filter(button -> button.type().equals(filled.getValue()))
                .isPresent());
        boolean complete = theirs.entrySet().stream()
                .allMatch(button -> !button.getValue().needed() || ours.containsKey(button.getKey()));
        return known && complete;
    }

    private static String taken(String header, List<String> names) {
        return header.isEmpty() ? "nothing" : header.equals("TEXT") ? names(names) : header.toLowerCase(Locale.ROOT);
    }

    private static String names(List<String> names) {
        return names.isEmpty() ? "nothing" : String.join(", ", names);
    }

    private static String buttons(SortedMap<Integer, Button> buttons) {
        SortedMap<Integer, String> types = new TreeMap<>();
        buttons.forEach(
                (index, button) -> types.put(index, button.type() + (button.needed() ? " (to be filled)" : "")));
        return types.toString();
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
