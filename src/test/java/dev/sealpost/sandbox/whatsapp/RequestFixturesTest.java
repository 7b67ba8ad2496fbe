package dev.sealpost.sandbox.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import dev.sealpost.testing.CloudApiClient;
import dev.sealpost.testing.OwnCloudApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The WhatsApp sandbox takes the requests of Meta's own API description")
class RequestFixturesTest {
    static final Path FIXTURES = Path.of("../shared/fixtures/whatsapp/requests/meta-openapi");

    /** Templates that the sandbox's account does not have, and that cannot be made: their names are placeholders. */
    static final List<String> PLACEHOLDER_TEMPLATES = List.of("template-name", "<TEMPLATE_NAME>");

    @TempDir
    static Path directory;

    @Test
    void allOfThem() throws Exception {
        assumeTrue(Files.isDirectory(FIXTURES), "There are no fixtures at " + FIXTURES.toAbsolutePath());
        try (var api = OwnCloudApi.start(directory)) {
            var meta = new MetaClient(api.uri());
            makeTemplates(meta);
            Map<String, String> uploads = Map.of(
                    "<AUDIO_OBJECT_ID>", meta.upload("audio/ogg"),
                    "<DOCUMENT_OBJECT_ID>", meta.upload("application/pdf"),
                    "<IMAGE_OBJECT_ID>", meta.upload("image/png"),
                    "<MEDIA_OBJECT_ID>", meta.upload("image/webp"),
                    "<VIDEO_OBJECT_ID>", meta.upload("video/mp4"));
            var outcomes = new TreeMap<String, String>();
            for (Path fixture : fixtures()) {
                outcomes.put(fixture.getFileName().toString(), outcome(meta, Files.readString(fixture), uploads));
            }
            assertThat(outcomes).hasSize(50);
            assertThat(outcomes.values()).allMatch("as expected"::equals, outcomes.toString());
        }
    }

    private static String outcome(MetaClient meta, String fixture, Map<String, String> uploads) throws Exception {
        String text = fixture.replaceAll("\\{\\{Recipient-(WA-)?Phone-Number}}", "351912345678")
                .replace("<HEADER_TYPE>", "text");
        for (var upload : uploads.entrySet()) {
            text = text.replace(upload.getKey(), upload.getValue());
        }
        JsonNode request = Json.MAPPER.readTree(text);
        boolean known =
                !PLACEHOLDER_TEMPLATES.contains(request.at("/template/name").asText());
        MetaClient.Answer answer = meta.post(request);
        int code = answer.body().at("/error/code").intValue();
        return known && answer.status() == 200 || !known && code == 132001 ? "as expected" : answer.text();
    }

    private static void makeTemplates(MetaClient meta) throws Exception {
        make(meta, "intro_catalog_offer", "Order for {{1}} to get {{2}} off, {{3}} times.", "CATALOG");
        make(meta, "sample_issue_resolution", "Hello {{1}}, was it solved?", "QUICK_REPLY");
    }

    private static void make(MetaClient meta, String name, String body, String button) throws Exception {
        var template = Json.object().put("name", name).put("language", "en_US").put("category", "MARKETING");
        var components = template.putArray("components");
        components.addObject().put("type", "BODY").put("text", body);
        var buttons = components.addObject().put("type", "BUTTONS").putArray("buttons");
        buttons.addObject().put("type", button).put("text", "One");
        buttons.addObject().put("type", button).put("text", "Two");
        MetaClient.Answer answer = meta.post("/v23.0/" + CloudApiClient.ACCOUNT_ID + "/message_templates", template);
        assertThat(answer.body().get("status").asText()).isEqualTo("APPROVED");
    }

    private static List<Path> fixtures() throws IOException {
        try (Stream<Path> files = Files.list(FIXTURES)) {
            return files.sorted().toList();
        }
    }
}
