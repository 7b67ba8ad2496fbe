package dev.sealpost.sandbox.whatsapp.message;

import dev.sealpost.sandbox.whatsapp.wire.Checked;
import dev.sealpost.sandbox.whatsapp.wire.ErrorTable;
import dev.sealpost.sandbox.whatsapp.wire.LenientObject;
import dev.sealpost.sandbox.whatsapp.wire.MetaError;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The types of message that need neither a template nor media: text, location, contacts, reaction. */
final class FreeKinds {
    private static final int LONGEST_TEXT = 4096;
    private static final int MOST_CONTACTS = 257;
    private static final int LONG = 1000;

    private final Rules rules;

    FreeKinds(ErrorTable errors) {
        this.rules = new Rules(errors, "");
    }

    Map<String, MessageKind> all() {
        return Map.of(
                "text", kind("text", rules.object("text", FreeKinds::text), message -> inside(message, "text", "body")),
                "location",
                        kind(
                                "location",
                                rules.object("location", FreeKinds::location),
                                message -> inside(message, "location", "name")),
                "contacts",
                        kind(
                                "contacts",
                                rules.list("contacts", 1, MOST_CONTACTS, FreeKinds::contact),
                                FreeKinds::firstName),
                "reaction",
                        kind(
                                "reaction",
                                rules.object("reaction", FreeKinds::reaction),
                                message -> inside(message, "reaction", "emoji")));
    }

    private static MessageKind kind(String type, Rule rule, Function<LenientObject, String> rendered) {
        return (sender, message) -> {
            Optional<MetaError> violation = rule.violation(message);
            return violation
                    .<Checked<Content>>map(Checked.Invalid::new)
                    .orElseGet(() -> new Checked.Valid<>(Content.of(type, rendered.apply(message))));
        };
    }

    private static Rule text(Rules rules) {
        return object -> {
            String body = object.text("body").orElse("");
            if (body.isEmpty()) {
                return rules.missing("body");
            }
            return body.length() > LONGEST_TEXT
                    ? Optional.of(rules.errors().invalid("Param text['body'] must be at most 4096 characters long."))
                    : Optional.empty();
        };
    }

    private static Rule location(Rules rules) {
        return Rule.all(
                rules.number("latitude", -90, 90),
                rules.number("longitude", -180, 180),
                rules.optionalText("name", LONG),
                rules.optionalText("address", LONG));
    }

    /** The formatted name, and one part of it. */
    private static Rule contact(Rules rules) {
        return rules.object(
                "name",
                name -> Rule.all(
                        name.text("formatted_name", LONG),
                        name.required("first_name")
                                .or(name.required("last_name"))
                                .or(name.required("middle_name"))
                                .or(name.required("prefix"))
                                .or(name.required("suffix"))));
    }

    private static Rule reaction(Rules rules) {
        return Rule.all(rules.text("message_id", LONG), rules.required("emoji"));
    }

    private static String firstName(LenientObject message) {
        return inside(message.list("contacts").get(0), "name", "formatted_name");
    }

    private static String inside(LenientObject message, String object, String field) {
        return message.object(object).text(field).orElse("");
    }
}
