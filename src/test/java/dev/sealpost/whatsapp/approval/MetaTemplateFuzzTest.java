package dev.sealpost.whatsapp.approval;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sealpost.whatsapp.request.Template;
import dev.sealpost.whatsapp.request.TestDefinitions;
import java.io.IOException;
import java.util.List;

/** Whatever an answer holds, it is read and compared without an exception. */
class MetaTemplateFuzzTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Template TEMPLATE = TestDefinitions.of(
                    "templates: {t: {language: en, category: utility, header: {text: [a]}, body: [a], buttons: [{type: url, parameter: a}]}}")
            .templates()
            .get(0);

    @FuzzTest(maxDuration = "1m")
    void anyPage(FuzzedDataProvider data) {
        compare(data.consumeRemainingAsString());
    }

    @FuzzTest(maxDuration = "1m")
    void anyTemplate(FuzzedDataProvider data) {
        compare(
                """
                {"data": [{"name": "t", "language": "en", "status": %s, "category": %s, "components": [
                  {"type": "HEADER", "format": %s, "text": %s}, {"type": "BODY", "text": %s},
                  {"type": "BUTTONS", "buttons": [{"type": %s, "url": %s}]}]}]}"""
                        .formatted(word(data), word(data), word(data), word(data), word(data), word(data), word(data)));
    }

    private static String word(FuzzedDataProvider data) {
        return JSON.getNodeFactory().textNode(data.consumeString(20)).toString();
    }

    private static void compare(String page) {
        try {
            List<MetaTemplate> templates = MetaTemplateReader.read(JSON.readTree(page));
            Comparison.of(TEMPLATE, "1", templates);
        } catch (IOException notJson) {
            // never comes this far
        }
    }
}
