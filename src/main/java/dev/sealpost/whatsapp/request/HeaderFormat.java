package dev.sealpost.whatsapp.request;

import dev.sealpost.configuration.YamlMap;
import dev.sealpost.configuration.YamlNode;
import dev.sealpost.whatsapp.media.MediaKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what fills a template's header: a text, a picture, a film, a document or a place. */
final class HeaderFormat {

    private static final Map<String, Shape> MEDIA = new TreeMap<>(Map.of(
            "image", MediaShapes.media(MediaKind.IMAGE),
            "video", MediaShapes.media(MediaKind.VIDEO),
            "document", MediaShapes.headerDocument(),
            "location", Kinds.location()));

    private HeaderFormat() {}

    static void read(YamlNode node, Components components) {
        YamlMap map = node.map().onlyKeys("text", "image", "video", "document", "location");
        if (node.isMap() && map.keys().size() != 1) {
            node.fault("needs exactly one of text, image, video, document, location", List.of(), "");
        }
        map.find("text").ifPresent(text -> BodyFormat.header(text, components));
        MEDIA.forEach((kind, shape) -> map.find(kind)
                .ifPresent(value ->
                        components.header(kind.toUpperCase(), List.of(), List.of(parameter(kind, shape.read(value))))));
    }

    private static Part parameter(String kind, Part value) {
        Map<String, Part> parameter = new LinkedHashMap<>();
        parameter.put("type", Components.words(kind));
        parameter.put(kind, value);
        return new GroupPart(parameter);
    }
}
