package dev.sealpost.whatsapp.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.configuration.ConfigFault;
import dev.sealpost.configuration.Faults;
import dev.sealpost.consent.TemplateCategory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("templates.yml")
class DefinitionsFormatTest {

    @Test
    void namesLanguageCategoryAndParametersInTheirOrder() throws IOException {
        Definitions definitions = TestDefinitions.of(Files.readString(Path.of("config/templates.yml")));

        Template template = (Template) definitions.find("order_shipped").orElseThrow();
        assertThat(template.languages()).containsExactly("en");
        assertThat(template.category()).isEqualTo(TemplateCategory.UTILITY);
        assertThat(template.fields()).containsExactly("firstName", "orderNumber", "trackingLink");
        assertThat(template.place()).matches("config/templates.yml:\\d+");
    }

    /** But for the files, which are the reader's own. */
    @Test
    void isAsTheGuideShowsIt() throws IOException {
        String yaml = Pattern.compile("```yaml\n((?:templates|messages):.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("src/docs/messages.md")))
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining());

        assertThat(yaml).contains("templates:", "messages:");
        assertThat(faults(yaml)).hasSize(3).allSatisfy(fault -> assertThat(fault)
                .contains("media/", "is not there"));
    }

    @Test
    void faultsAreSaidAllAtOnce() {
        assertThat(faults("templates: {Order-Shipped: {language: english, category: promo, params: []}}"))
                .anySatisfy(fault -> assertThat(fault).contains("has a name WhatsApp does not allow"))
                .anySatisfy(fault -> assertThat(fault).contains("language: \"english\" is not a language code"))
                .anySatisfy(fault -> assertThat(fault).contains("category: \"promo\" is not known"))
                .anySatisfy(fault -> assertThat(fault).contains("params: is not a key that belongs here"))
                .anySatisfy(fault -> assertThat(fault).contains("parameters: is missing"))
                .hasSize(5);
    }

    @Test
    void ofAnAuthenticationTemplateHasOneParameterTheCode() {
        assertThat(faults("templates: {code: {language: en, category: authentication, parameters: [code, name]}}"))
                .singleElement()
                .asString()
                .contains("parameters: must name one field");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "text: {body: 'Hello {first name}'}       | text.body: \"Hello {first name}\" has a brace that encloses no field",
                "text: {body: ''}                         | text.body: is empty",
                "text: {text: x}                          | text.text: is not a key that belongs here",
                "audio: {link: 'a.mp3'}                   | audio.link: \"a.mp3\" is not a link",
                "image: {link: 'https://a.b', id: x}      | image: needs exactly one of link, file, id",
                "image: {file: ../logo.png}               | image.file: \"../logo.png\" is not the name of a file for this",
                "image: {file: media/none.png}            | image.file: \"media/none.png\" is not there",
                "image: {file: media/a.exe}               | image.file: \"media/a.exe\" is not the name of a file for this",
                "location: {latitude: 91, longitude: 0}   | location.latitude: \"91\" is not a number that is allowed here",
                "fax: {body: x}                           | m: needs exactly one kind of content",
                "reaction: {emoji: x}                     | reaction.message_id: is missing",
                "interactive: {type: poll}                | interactive.type: \"poll\" is not known",
                "interactive: {type: button, body: {text: x}, action: {buttons: []}} | buttons: has 0 entries; allowed: 1 to 3",
                "interactive: {type: button, body: {text: x}, action: {buttons: [{reply: {id: a, title: aaaaaaaaaaaaaaaaaaaaa}}]}} | title: \"aaaaaaaaaaaaaaaaaaaaa\" has more than 20 characters",
                "interactive: {type: list, body: {text: x}, action: {button: x, sections: [{rows: [{id: a, title: a}]}, {rows: [{id: b, title: b}]}]}} | sections: need a title each",
            })
    void ofAMessageSaysWhatWhatsAppWouldNotTake(String content, String fault) {
        assertThat(faults("templates: {}\nmessages: {m: {category: utility, " + content + "}}"))
                .anySatisfy(said -> assertThat(said).contains(fault))
                .allSatisfy(said -> assertThat(said).startsWith("config/templates.yml:2:"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a: {category: utility, text: {body: x}}                      | has the name of a template",
                "m: {category: authentication, text: {body: x}}               | is not for free-form messages",
                "m: {category: utility, otherwise: b, text: {body: x}}        | \"b\" is not a template",
                "m: {category: marketing, otherwise: a, text: {body: x}}      | is a template of another category",
            })
    void ofAMessageFitsItsTemplate(String message, String fault) {
        assertThat(faults("templates: {a: {language: en, category: utility, parameters: []}}\nmessages: {" + message
                        + "}"))
                .singleElement()
                .asString()
                .contains(fault);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "languages: []                                        | names no language",
                "language: en, languages: [pt]                        | is given beside languages",
                "language: en, parameters: [], body: [a]              | is the short form of body",
                "language: en, header: {text: [a, b]}                 | has 2 entries",
                "language: en, header: {image: {}, video: {}}         | needs exactly one of text, image",
                "language: en, body: {First: a}                       | has a name WhatsApp does not allow",
                "language: en, buttons: [{type: call}]                | is not a button's type",
                "language: en, buttons: [{type: url, payload: x}]     | is not a key that belongs here",
                "language: en, buttons: [{type: url, parameter: a}, {type: url, index: 0, parameter: b}] | has the index 0 of another button",
            })
    void ofATemplateSaysWhatWhatsAppWouldNotTake(String template, String fault) {
        assertThat(faults("templates: {t: {category: utility, " + template + "}}"))
                .anySatisfy(said -> assertThat(said).contains(fault));
    }

    private static List<String> faults(String yaml) {
        Faults faults = new Faults();
        TestDefinitions.read(yaml, faults);
        return faults.all().stream().map(ConfigFault::toString).toList();
    }
}
