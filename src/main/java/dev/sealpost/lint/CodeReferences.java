package dev.sealpost.lint;

import java.util.regex.Pattern;

/** Finds values that make Camel create, fetch or call an object, wherever they stand. */
final class CodeReferences {

    private static final Pattern REFERENCE =
            Pattern.compile("(?i)(#(class|type|bean|autowired|valueAs|property)\\b[:(]?|resource:).*", Pattern.DOTALL);

    private CodeReferences() {}

    static void check(Item item, Findings findings) {
        if (item instanceof Item.Text text
                && REFERENCE.matcher(text.value().strip()).matches()) {
            findings.add(
                    Rule.CODE,
                    text.at(),
                    "\"" + text.value().strip() + "\" makes an object of a class, or loads text that nobody checked");
        } else if (item instanceof Item.Text text && PropertyPlaceholders.callsIn(text.value())) {
            findings.add(
                    Rule.CODE,
                    text.at(),
                    "\"" + text.value().strip() + "\" calls a function; a placeholder is a setting's name");
        } else if (item instanceof Item.Sequence sequence) {
            sequence.items().forEach(inner -> check(inner, findings));
        } else if (item instanceof Item.Block block) {
            block.entries().forEach(entry -> check(entry.value(), findings));
        }
    }
}
