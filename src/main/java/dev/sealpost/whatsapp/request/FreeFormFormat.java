package dev.sealpost.whatsapp.request;

import dev.sealpost.configuration.YamlMap;
import dev.sealpost.configuration.YamlNode;
import dev.sealpost.consent.TemplateCategory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads one free-form message. */
final class FreeFormFormat {

    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,512}");
    private static final List<String> OWN = List.of("category", "reply-to", "otherwise");

    private FreeFormFormat() {}

    static FreeForm read(String name, YamlNode node, Map<String, Template> templates) {
        if (!NAME.matcher(name).matches()) {
            node.fault("is not a message's name", List.of("a-z", "0-9", "_"), "");
        }
        YamlMap map = node.map()
                .onlyKeys(Stream.concat(OWN.stream(), Kinds.BY_WORD.keySet().stream())
                        .toArray(String[]::new));
        TemplateCategory category = category(map);
        String kind = kind(node, map);
        return new FreeForm(
                name,
                category,
                kind,
                Kinds.BY_WORD.get(kind).read(map.require(kind)),
                map.find("reply-to").map(reply -> (MessagePart) new MessageShape().read(reply)),
                map.find("otherwise").flatMap(otherwise -> template(otherwise, category, templates)));
    }

    private static TemplateCategory category(YamlMap map) {
        TemplateCategory category = map.enumValue("category", TemplateCategory.class);
        if (category == TemplateCategory.AUTHENTICATION) {
            map.require("category")
                    .fault(
                            "is not for free-form messages",
                            List.of("marketing", "utility"),
                            "use a template for codes");
        }
        return category;
    }

    /** The first kind there is, if they are several; one must stand for all that could have been meant. */
    private static String kind(YamlNode node, YamlMap map) {
        Set<String> kinds = new TreeSet<>(Kinds.BY_WORD.keySet());
        kinds.retainAll(map.keys());
        if (node.isMap() && kinds.size() != 1) {
            node.fault("needs exactly one kind of content", List.copyOf(Kinds.BY_WORD.keySet()), "");
        }
        return kinds.stream().findFirst().orElse("text");
    }

    private static Optional<Template> template(
            YamlNode node, TemplateCategory category, Map<String, Template> templates) {
        Optional<Template> template = Optional.ofNullable(templates.get(node.text()));
        if (template.isEmpty() && !node.text().isEmpty()) {
            node.fault("is not a template", List.copyOf(templates.keySet()), "name one of this file's templates");
        }
        if (template.filter(known -> known.category() != category).isPresent()) {
            node.fault("is a template of another category than the message", List.of(), "");
        }
        return template;
    }
}
