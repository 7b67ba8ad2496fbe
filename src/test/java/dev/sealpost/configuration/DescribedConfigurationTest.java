package dev.sealpost.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.support.SpringFactoriesLoader;

@DisplayName("What is said about the configuration")
class DescribedConfigurationTest {

    private static final String NONSENSE = "nonsense-that-no-file-allows";

    @Test
    void namesEverySettingAndNoOtherInTheGuide() throws IOException {
        String guide = Files.readString(Path.of("src/docs/configuration.md"));
        Stream<String> described = guide.lines()
                .filter(line -> line.startsWith("| `sealpost."))
                .map(line -> line.substring(3, line.indexOf('`', 3)));
        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(
                        SettingsMetadata.load(getClass().getClassLoader()).names());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "purposes, '', purpose",
        "purposes, uncertain, uncertain",
        "templates, '', template",
        "messages, '', message",
        "senders, '', sender",
        "signers, '', signer",
        "signers, signature, signature",
        "connections, '', connection",
        "connections, auth, way",
    })
    void namesTheKeysThatAreReadInTheSchema(String name, String inner, String what) throws IOException {
        JsonNode item = item(name);
        JsonNode described = inner.isEmpty() ? item : item.path("properties").path(inner);
        String body = inner.isEmpty() ? "{" + NONSENSE + ": 1}" : "{" + inner + ": {" + NONSENSE + ": 1}}";
        assertThat(allowed(name, "x", body, NONSENSE))
                .containsExactlyInAnyOrderElementsOf(names(described.path("properties")));
    }

    @ParameterizedTest
    @CsvSource({
        "purposes, lawful-basis",
        "purposes, opt-in",
        "purposes, data-class",
        "purposes, template-category",
        "templates, category"
    })
    void namesTheWordsThatAreReadInTheSchema(String name, String key) throws IOException {
        assertThat(allowed(name, "x", "{" + key + ": " + NONSENSE + "}", key))
                .containsExactlyElementsOf(
                        texts(item(name).path("properties").path(key).path("enum")));
    }

    @Test
    void namesTheKeysAndTransformsOfAFieldInTheSchema() throws IOException {
        JsonNode field = item("minimisation").path("additionalProperties").path("properties");
        List<String> keys = Stream.of("transform: truncate", "transform: generalise", "transform: keep")
                .flatMap(way ->
                        allowed("minimisation", "x", "{f: {" + way + ", " + NONSENSE + ": 1}}", NONSENSE).stream())
                .distinct()
                .toList();
        assertThat(keys).containsExactlyInAnyOrderElementsOf(names(field));
        for (String key : List.of("transform", "type")) {
            assertThat(allowed("minimisation", "x", "{f: {" + key + ": " + NONSENSE + "}}", key))
                    .containsExactlyElementsOf(texts(field.path(key).path("enum")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"purposes", "minimisation", "templates", "senders", "signers", "crm"})
    void isFoundByEditorsFromTheFileItself(String name) throws IOException {
        assertThat(Files.readString(Path.of("config", name + ".yml")))
                .startsWith("# yaml-language-server: $schema=schema/" + name + ".json\n");
        assertThat(schema(name).path("additionalProperties").asBoolean(true)).isFalse();
    }

    private static List<String> allowed(String name, String id, String body, String key) {
        String top = name.equals("minimisation") ? "profiles" : name;
        Faults faults = new Faults();
        ConfigFormat<?> format = format(file(name) + ".yml");
        format.parse(
                YamlDocument.read("f.yml", top + ": {" + id + ": " + body + "}", Placeholders.none(), faults), faults);
        return faults.all().stream()
                .filter(fault ->
                        fault.key().endsWith("." + key) && !fault.allowed().isEmpty())
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing is said about " + key + " in " + faults.all()))
                .allowed();
    }

    private static ConfigFormat<?> format(String file) {
        return (ConfigFormat<?>) SpringFactoriesLoader.forDefaultResourceLocation().load(ConfigFormat.class).stream()
                .filter(format -> format.file().equals(file))
                .findFirst()
                .orElseThrow();
    }

    /** The file is named after what it is about, the key in it after what it lists. */
    private static String file(String top) {
        return switch (top) {
            case "connections" -> "crm";
            case "messages" -> "templates";
            default -> top;
        };
    }

    private static JsonNode schema(String name) throws IOException {
        return new ObjectMapper()
                .readTree(Path.of("config/schema", name + ".json").toFile());
    }

    private static JsonNode item(String name) throws IOException {
        return schema(file(name))
                .path("properties")
                .path(name.equals("minimisation") ? "profiles" : name)
                .path("additionalProperties");
    }

    private static List<String> names(JsonNode object) {
        return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false)
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
