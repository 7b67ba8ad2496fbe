package dev.sealpost.whatsapp.approval;

import dev.sealpost.whatsapp.approval.MetaTemplate.Button;
import dev.sealpost.whatsapp.request.Layout;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The places of a template that are filled here beside those that Meta has. */
final class LayoutComparison {

    /** @param rule as in {@link Finding} */
    record Difference(String rule, String message, String fix) {}

    private LayoutComparison() {}

    static List<Difference> of(MetaTemplate theirs, Layout ours) {
        List<Difference> differences = new ArrayList<>();
        if (!theirs.header().equals(ours.header()) || !sameNames(theirs.headerParameters(), ours.headerParameters())) {
            differences.add(new Difference(
                    "template-header",
                    "its header takes " + taken(theirs.header(), theirs.headerParameters()) + ", not "
                            + taken(ours.header(), ours.headerParameters()),
                    "fill it as Meta has it"));
        }
        if (!sameNames(theirs.body(), ours.body()) && !isCode(theirs, ours)) {
            differences.add(new Difference(
                    "template-parameters",
                    "its body takes " + names(theirs.body()) + ", not " + names(ours.body()),
                    "give as many as Meta has, with the same names"));
        }
        if (!fits(theirs.buttons(), ours.buttons())) {
            differences.add(new Difference(
                    "template-buttons",
                    "its buttons are " + buttons(theirs.buttons()) + ", those filled here " + ours.buttons(),
                    "fill those that have a place, by their index"));
        }
        return differences;
    }

    /** Meta writes the bodies of authentication templates itself, and shows them with or without the place. */
    private static boolean isCode(MetaTemplate theirs, Layout ours) {
        return theirs.category().equals("AUTHENTICATION") && ours.body().size() == 1;
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
}
