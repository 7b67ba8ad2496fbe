package dev.sealpost.whatsapp.inbound;

import dev.sealpost.configuration.ConfigFormat;
import dev.sealpost.configuration.Faults;
import dev.sealpost.configuration.YamlMap;
import dev.sealpost.configuration.YamlNode;
import dev.sealpost.whatsapp.Keyword;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code keywords.yml}. */
class KeywordsFormat implements ConfigFormat<Keywords> {

    @Override
    public String file() {
        return "keywords.yml";
    }

    @Override
    public Class<Keywords> type() {
        return Keywords.class;
    }

    @Override
    public Optional<Keywords> withoutFile() {
        return Optional.of(Keywords.BUILT_IN);
    }

    @Override
    public Keywords parse(YamlNode root, Faults faults) {
        YamlMap map = root.map().onlyKeys("keywords").map("keywords").onlyKeys(words());
        Map<Keyword, List<String>> texts = new EnumMap<>(Keyword.class);
        for (Keyword keyword : Keyword.values()) {
            texts.put(
                    keyword,
                    map.list(keyword.word()).stream().map(KeywordsFormat::text).toList());
        }
        if (texts.get(Keyword.STOP).isEmpty()) {
            map.require("stop").fault("names no word", List.of("STOP and the like"), "people must be able to stop");
        }
        return Keywords.of(texts);
    }

    private static String text(YamlNode node) {
        String text = node.text();
        if (!text.isEmpty() && FoldedText.of(text).isEmpty()) {
            node.fault("can never be a whole message", List.of("at most 200 characters with a letter or digit"), "");
        }
        return text;
    }

    private static String[] words() {
        return Arrays.stream(Keyword.values()).map(Keyword::word).toArray(String[]::new);
    }
}
