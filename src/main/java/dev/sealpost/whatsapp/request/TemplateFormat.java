package dev.sealpost.whatsapp.request;

import dev.sealpost.configuration.YamlMap;
import dev.sealpost.configuration.YamlNode;
import dev.sealpost.consent.TemplateCategory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one template. */
final class TemplateFormat {

    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,512}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(_[A-Za-z]{2,4})?");

    private final YamlMap map;

    private TemplateFormat(YamlMap map) {
        this.map = map;
    }

    static Template read(String name, YamlNode node) {
        if (!NAME.matcher(name).matches()) {
            node.fault("has a name WhatsApp does not allow", List.of("a-z", "0-9", "_"), "name it as approved by Meta");
        }
        YamlMap map = node.map()
                .onlyKeys(
                        "language",
                        "languages",
                        "language-from",
                        "category",
                        "parameters",
                        "header",
                        "body",
                        "buttons");
        return new TemplateFormat(map).template(name, node.place());
    }

    private Template template(String name, String place) {
        TemplateCategory category = map.enumValue("category", TemplateCategory.class);
        Languages languages = languages();
        Components components = new Components();
        map.find("header").ifPresent(header -> HeaderFormat.read(header, components));
        body().ifPresent(body -> BodyFormat.read(body, components));
        if (category == TemplateCategory.AUTHENTICATION) {
            checkCode(components);
            components.copyCode();
        }
        map.find("buttons").ifPresent(buttons -> ButtonsFormat.read(buttons, components));
        return new Template(
                new Template.Head(name, category, place), languages, components.layout(), components.part());
    }

    /** The short form must say that there is none, so that none is forgotten. */
    private Optional<YamlNode> body() {
        boolean full = map.find("body")
                .or(() -> map.find("header"))
                .or(() -> map.find("buttons"))
                .isPresent();
        if (!full) {
            return Optional.of(map.require("parameters"));
        }
        map.find("parameters")
                .ifPresent(both -> both.fault("is the short form of body", List.of(), "keep header, body and buttons"));
        return map.find("body");
    }

    private void checkCode(Components components) {
        if (components.bodySize() != 1) {
            map.find("body")
                    .orElseGet(() -> map.require("parameters"))
                    .fault(
                            "must name one field",
                            List.of("the code"),
                            "authentication templates have no other parameter");
        }
    }

    private Languages languages() {
        List<String> all = new ArrayList<>();
        Optional<YamlNode> several = map.find("languages");
        several.ifPresentOrElse(
                list -> list.list().forEach(node -> all.add(language(node))),
                () -> all.add(language(map.require("language"))));
        several.flatMap(list -> map.find("language"))
                .ifPresent(both -> both.fault("is given beside languages", List.of(), "keep one of them"));
        several.filter(list -> list.isList() && all.isEmpty())
                .ifPresent(none -> none.fault("names no language", List.of("[pt_PT, pt, en]"), ""));
        return new Languages(List.copyOf(all), map.optionalText("language-from"));
    }

    private static String language(YamlNode node) {
        String code = node.text();
        if (!code.isEmpty() && !LANGUAGE.matcher(code).matches()) {
            node.fault("is not a language code of WhatsApp", List.of("en", "en_GB", "pt_PT", "…"), "");
        }
        return code;
    }
}
