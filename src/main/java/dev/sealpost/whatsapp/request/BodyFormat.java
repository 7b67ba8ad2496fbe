package dev.sealpost.whatsapp.request;

import dev.sealpost.configuration.YamlMap;
import dev.sealpost.configuration.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads the parameters of a template's body: fields in their order, or by the names they have at Meta. */
final class BodyFormat {

    private static final int LONGEST = 1024;
    private static final int LONGEST_HEADER = 60;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    private BodyFormat() {}

    static void read(YamlNode node, Components components) {
        List<Part> parameters = parameters(node, LONGEST);
        components.body(names(node, parameters), parameters);
    }

    static void header(YamlNode node, Components components) {
        List<Part> parameters = parameters(node, LONGEST_HEADER);
        if (parameters.size() != 1) {
            node.fault("has " + parameters.size() + " entries", List.of("1"), "a header has one place at most");
        }
        components.header("TEXT", names(node, parameters), parameters);
    }

    private static List<String> names(YamlNode node, List<Part> parameters) {
        return node.isMap()
                ? List.copyOf(node.map().keys())
                : IntStream.rangeClosed(1, parameters.size())
                        .mapToObj(Integer::toString)
                        .toList();
    }

    private static List<Part> parameters(YamlNode node, int longest) {
        List<Part> parameters = new ArrayList<>();
        if (node.isMap()) {
            node.map().entries().forEach((name, value) -> parameters.add(named(name, value, longest)));
        } else {
            node.list().forEach(value -> parameters.add(value.isMap() ? typed(value) : text(value, longest)));
        }
        return List.copyOf(parameters);
    }

    private static Part named(String name, YamlNode value, int longest) {
        if (!NAME.matcher(name).matches()) {
            value.fault("has a name WhatsApp does not allow", List.of("a-z", "0-9", "_", "a letter first"), "");
        }
        Map<String, Part> parameter = new LinkedHashMap<>();
        parameter.put("type", Components.words("text"));
        parameter.put("parameter_name", Components.words(name));
        parameter.put("text", field(value, longest));
        return new GroupPart(parameter);
    }

    static Part text(YamlNode value, int longest) {
        Map<String, Part> parameter = new LinkedHashMap<>();
        parameter.put("type", Components.words("text"));
        parameter.put("text", field(value, longest));
        return new GroupPart(parameter);
    }

    /** The whole of a field. */
    private static Part field(YamlNode value, int longest) {
        return new TextPart(value.path(), Phrase.field(value.text()), TextRule.of(longest));
    }

    /** Amounts and dates, which WhatsApp may write as the person's telephone does. */
    private static Part typed(YamlNode value) {
        YamlMap map = value.map().onlyKeys("currency", "date-time");
        return map.find("date-time")
                .map(date -> typed("date_time", Map.of("fallback_value", field(date, LONGEST))))
                .orElseGet(() -> currency(map.map("currency").onlyKeys("code", "amount", "fallback")));
    }

    private static Part currency(YamlMap map) {
        Map<String, Part> money = new LinkedHashMap<>();
        money.put("fallback_value", field(map.require("fallback"), LONGEST));
        money.put("code", TextShape.of("EUR".length()).read(map.require("code")));
        money.put(
                "amount_1000",
                new NumberPart(
                        map.require("amount").path(),
                        Phrase.field(map.require("amount").text()),
                        NumberRule.amount()));
        return typed("currency", money);
    }

    private static Part typed(String type, Map<String, Part> value) {
        Map<String, Part> parameter = new LinkedHashMap<>();
        parameter.put("type", Components.words(type));
        parameter.put(type, new GroupPart(value));
        return new GroupPart(parameter);
    }
}
