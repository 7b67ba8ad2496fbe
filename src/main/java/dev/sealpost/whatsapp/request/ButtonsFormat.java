package dev.sealpost.whatsapp.request;

import dev.sealpost.configuration.YamlMap;
import dev.sealpost.configuration.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what fills a template's buttons. Those that nothing fills are not named. */
final class ButtonsFormat {

    private static final int MOST = 10;
    private static final int URL_END = 2000;
    private static final int CODE = 15;
    private static final Shape PAYLOAD = TextShape.of(256);
    private static final Shape WORD = TextShape.of(1024);
    private static final List<String> TYPES = List.of("url", "quick-reply", "copy-code", "flow", "catalog");

    private ButtonsFormat() {}

    static void read(YamlNode node, Components components) {
        int place = 0;
        for (YamlNode button : node.list()) {
            YamlMap map = button.map();
            String type = map.text("type");
            int index = map.integer("index", 0, MOST - 1, Math.min(place++, MOST - 1));
            if (!components.button(type.replace('-', '_'), index, List.of(parameter(type, map)))) {
                button.fault("has the index " + index + " of another button", List.of("0 to " + (MOST - 1)), "");
            }
        }
    }

    private static Part parameter(String type, YamlMap map) {
        return switch (type) {
            case "url" -> BodyFormat.text(field(map), URL_END);
            case "copy-code" ->
                named(
                        "coupon_code",
                        new TextPart(field(map).path(), Phrase.field(field(map).text()), TextRule.of(CODE)));
            case "quick-reply" ->
                named("payload", PAYLOAD.read(keys(map, "payload").require("payload")));
            case "flow" -> action(flow(keys(map, "token", "data")));
            case "catalog" -> action(thumbnail(keys(map, "thumbnail")));
            default -> {
                unknown(type, map);
                yield Components.words(type);
            }
        };
    }

    private static YamlNode field(YamlMap map) {
        return keys(map, "parameter").require("parameter");
    }

    private static YamlMap keys(YamlMap map, String... own) {
        String[] all = new String[own.length + 2];
        System.arraycopy(own, 0, all, 2, own.length);
        all[0] = "type";
        all[1] = "index";
        return map.onlyKeys(all);
    }

    private static void unknown(String type, YamlMap map) {
        if (!type.isEmpty()) {
            map.require("type").fault("is not a button's type", TYPES, "");
        }
    }

    private static Part named(String type, Part value) {
        Map<String, Part> parameter = new LinkedHashMap<>();
        parameter.put("type", Components.words(type));
        parameter.put(type, value);
        return new GroupPart(parameter);
    }

    private static Part action(Map<String, Part> action) {
        return named("action", new GroupPart(action));
    }

    private static Map<String, Part> flow(YamlMap map) {
        Map<String, Part> action = new LinkedHashMap<>();
        action.put("flow_token", WORD.read(map.require("token")));
        map.find("data").ifPresent(data -> action.put("flow_action_data", new TableShape(WORD).read(data)));
        return action;
    }

    private static Map<String, Part> thumbnail(YamlMap map) {
        return Map.of("thumbnail_product_retailer_id", WORD.read(map.require("thumbnail")));
    }
}
