package dev.sealpost.whatsapp.approval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.whatsapp.approval.MetaTemplate.Button;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads a page of templates. What is not of the form is passed over: it is then missing, which is what the comparison says.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account/message_templates">message_templates</a>
 */
final class MetaTemplateReader {

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*(\\w{1,64})\\s*}}");
    private static final Set<String> NEEDED = Set.of("OTP", "COPY_CODE");
    private static final int MOST_BUTTONS = 10;
    private static final int LONGEST = 512;

    private MetaTemplateReader() {}

    static List<MetaTemplate> read(JsonNode page) {
        return elements(page.path("data"))
                .map(MetaTemplateReader::template)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<MetaTemplate> template(JsonNode node) {
        String name = word(node, "name");
        String language = word(node, "language");
        if (name.isEmpty() || language.isEmpty()) {
            return Optional.empty();
        }
        JsonNode header = component(node, "HEADER");
        List<String> headerParameters = places(header.path("text").asText());
        String format = word(header, "format");
        return Optional.of(new MetaTemplate(
                name,
                language,
                word(node, "status"),
                word(node, "category"),
                format.equals("TEXT") && headerParameters.isEmpty() ? "" : format,
                headerParameters,
                places(component(node, "BODY").path("text").asText()),
                buttons(component(node, "BUTTONS"))));
    }

    private static SortedMap<Integer, Button> buttons(JsonNode component) {
        SortedMap<Integer, Button> buttons = new TreeMap<>();
        elements(component.path("buttons")).limit(MOST_BUTTONS).forEach(button -> {
            String type = word(button, "type");
            boolean open = !places(button.path("url").asText()).isEmpty();
            buttons.put(buttons.size(), new Button(type.equals("OTP") ? "URL" : type, NEEDED.contains(type) || open));
        });
        return buttons;
    }

    /** Numbers or names, each once. */
    private static List<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(place -> place.group(1))
                .distinct()
                .toList();
    }

    private static JsonNode component(JsonNode template, String type) {
        return elements(template.path("components"))
                .filter(component -> word(component, "type").equals(type))
                .findFirst()
                .orElse(template.path("nothing"));
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static String word(JsonNode node, String name) {
        String word = node.path(name).asText("");
        return word.length() > LONGEST ? "" : word;
    }
}
