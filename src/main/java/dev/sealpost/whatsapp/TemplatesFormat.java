package dev.sealpost.whatsapp;

import dev.sealpost.configuration.ConfigFormat;
import dev.sealpost.configuration.Faults;
import dev.sealpost.configuration.YamlMap;
import dev.sealpost.configuration.YamlNode;
import dev.sealpost.consent.TemplateCategory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads {@code templates.yml}. */
class TemplatesFormat implements ConfigFormat<Templates> {

    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,512}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(_[A-Za-z]{2,4})?");

    @Override
    public String file() {
        return "templates.yml";
    }

    @Override
    public Class<Templates> type() {
        return Templates.class;
    }

    @Override
    public Templates parse(YamlNode root, Faults faults) {
        Map<String, Template> templates = new LinkedHashMap<>();
        root.map()
                .onlyKeys("templates")
                .map("templates")
                .entries()
                .forEach((name, node) -> templates.put(name, template(name, node)));
        return new Templates(templates);
    }

    private static Template template(String name, YamlNode node) {
        if (!NAME.matcher(name).matches()) {
            node.fault("has a name WhatsApp does not allow", List.of("a-z", "0-9", "_"), "name it as approved by Meta");
        }
        YamlMap map = node.map().onlyKeys("language", "category", "parameters");
        Template template = new Template(
                name,
                language(map.require("language")),
                map.enumValue("category", TemplateCategory.class),
                map.list("parameters").stream().map(YamlNode::text).toList());
        boolean hasCode = template.parameters().size() == 1;
        if (template.category() == TemplateCategory.AUTHENTICATION && !hasCode) {
            map.require("parameters")
                    .fault(
                            "must name one field",
                            List.of("the code"),
                            "authentication templates have no other parameter");
        }
        return template;
    }

    private static String language(YamlNode node) {
        String code = node.text();
        if (!code.isEmpty() && !LANGUAGE.matcher(code).matches()) {
            node.fault("is not a language code of WhatsApp", List.of("en", "en_GB", "pt_PT", "…"), "");
        }
        return code;
    }
}
