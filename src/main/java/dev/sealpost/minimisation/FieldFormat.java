package dev.sealpost.minimisation;

import dev.sealpost.configuration.YamlMap;
import dev.sealpost.configuration.YamlNode;
import dev.sealpost.message.FieldPath;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads one field of a profile. */
final class FieldFormat {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
    private static final Pattern PREFIX = Pattern.compile("prefix-([1-9]\\d?)");
    /** WhatsApp's limit for the text of a template parameter. */
    private static final int LONGEST = 1024;

    private static final FieldPath NOWHERE = FieldPath.of("$.nowhere");

    private final YamlMap map;
    private final Optional<TransformName> transform;

    private FieldFormat(YamlMap map) {
        this.map = map;
        this.transform = map.require("transform").readEnum(TransformName.class);
    }

    /** @return empty for a field that is named only to say that it does not leave */
    static Optional<FieldRule> read(String name, YamlNode node) {
        if (!NAME.matcher(name).matches()) {
            node.fault("is not a field's name", List.of("letters, digits and underscores, a letter first"), "");
        }
        FieldFormat format = new FieldFormat(node.map());
        FieldRule rule = format.rule(name);
        return format.transform.equals(Optional.of(TransformName.DROP)) ? Optional.empty() : Optional.of(rule);
    }

    private FieldRule rule(String name) {
        map.onlyKeys(keys());
        Transform way = way();
        return new FieldRule(
                name,
                from(),
                type(way),
                way,
                map.flag("required", true),
                map.integer("max-length", 1, LONGEST, LONGEST),
                map.text("why"));
    }

    /** A transform that is not known may have meant any of them. */
    private String[] keys() {
        Stream<String> shared = Stream.of("from", "transform", "why");
        Stream<String> own =
                transform.map(FieldFormat::keysOf).orElse(Stream.of("type", "required", "max-length", "length", "to"));
        return Stream.concat(shared, own).toArray(String[]::new);
    }

    private static Stream<String> keysOf(TransformName transform) {
        return switch (transform) {
            case DROP -> Stream.of();
            case TRUNCATE -> Stream.of("type", "required", "max-length", "length");
            case GENERALISE -> Stream.of("type", "required", "max-length", "to");
            case KEEP, FIRST_WORD, MASK, PSEUDONYMISE -> Stream.of("type", "required", "max-length");
        };
    }

    private FieldPath from() {
        YamlNode from = map.require("from");
        String text = from.text();
        try {
            return text.isEmpty() ? NOWHERE : FieldPath.of(text);
        } catch (IllegalArgumentException notAPath) {
            from.fault("is not a simple path", List.of("$.name", "$.customer.name", "$.items[0].sku"), "");
            return NOWHERE;
        }
    }

    private Transform way() {
        return switch (transform.orElse(TransformName.DROP)) {
            case FIRST_WORD -> new Transform.FirstWord();
            case MASK -> new Transform.Mask();
            case PSEUDONYMISE -> new Transform.Pseudonymise();
            case TRUNCATE -> new Transform.Truncate(map.integer("length", 1, LONGEST));
            case GENERALISE -> generalise();
            case KEEP, DROP -> new Transform.Keep();
        };
    }

    private Transform generalise() {
        YamlNode to = map.require("to");
        String text = to.text();
        Matcher prefix = PREFIX.matcher(text);
        if (text.equals("month")) {
            return new Transform.Month();
        }
        if (text.equals("year")) {
            return new Transform.Year();
        }
        if (prefix.matches()) {
            return new Transform.Truncate(Integer.parseInt(prefix.group(1)));
        }
        if (!text.isEmpty()) {
            to.fault("is not known", List.of("month", "year", "prefix-1 to prefix-99"), "");
        }
        return new Transform.Mask();
    }

    private FieldType type(Transform way) {
        boolean ofDate = way instanceof Transform.Month || way instanceof Transform.Year;
        FieldType type = map.enumValue("type", ofDate ? FieldType.DATE : FieldType.TEXT);
        if (ofDate && type != FieldType.DATE) {
            map.require("type").fault("cannot be generalised to a month or year", List.of("date"), "");
        }
        return type;
    }
}
