package dev.sealpost.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.configuration.ConfigFault;
import dev.sealpost.configuration.ConfigFormat;
import dev.sealpost.configuration.Faults;
import dev.sealpost.configuration.Placeholders;
import dev.sealpost.configuration.YamlDocument;
import dev.sealpost.consent.TemplateCategory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WhatsAppFilesTest {

    private static final Placeholders SETTINGS =
            text -> Optional.of(text.replace("${sealpost.whatsapp.phone-number-id}", "100000000000001")
                    .replace("${sealpost.whatsapp.token}", "secret"));

    private final Faults faults = new Faults();

    @Nested
    @DisplayName("templates.yml")
    class TemplatesFile {

        @Test
        void namesLanguageCategoryAndParametersInTheirOrder() throws IOException {
            Templates templates = read(new TemplatesFormat(), Files.readString(Path.of("config/templates.yml")));

            assertThat(faults.all()).isEmpty();
            assertThat(templates.find("order_shipped"))
                    .contains(new Template(
                            "order_shipped",
                            "en",
                            TemplateCategory.UTILITY,
                            List.of("firstName", "orderNumber", "trackingLink")));
        }

        @Test
        void faultsAreSaidAllAtOnce() {
            read(new TemplatesFormat(), "templates: {Order-Shipped: {language: english, category: promo, params: []}}");

            assertThat(faults.all())
                    .extracting(ConfigFault::toString)
                    .anySatisfy(fault -> assertThat(fault).contains("has a name WhatsApp does not allow"))
                    .anySatisfy(fault -> assertThat(fault).contains("language: \"english\" is not a language code"))
                    .anySatisfy(fault -> assertThat(fault).contains("category: \"promo\" is not known"))
                    .anySatisfy(fault -> assertThat(fault).contains("params: is not a key that belongs here"))
                    .anySatisfy(fault -> assertThat(fault).contains("parameters: is missing"))
                    .hasSize(5);
        }
    }

    @Nested
    @DisplayName("An authentication template")
    class AuthenticationTemplate {

        @Test
        void hasOneParameterTheCode() {
            read(
                    new TemplatesFormat(),
                    "templates: {code: {language: en, category: authentication, parameters: [code, name]}}");

            assertThat(faults.all()).singleElement().asString().contains("parameters: must name one field");
        }
    }

    @Nested
    @DisplayName("senders.yml")
    class SendersFile {

        @Test
        void takesIdAndTokenFromTheSettings() throws IOException {
            Senders senders = read(new SendersFormat(), Files.readString(Path.of("config/senders.yml")));

            assertThat(faults.all()).isEmpty();
            assertThat(senders.all()).containsExactly(new Sender("shop", "100000000000001", "secret"));
            assertThat(senders.toString()).doesNotContain("secret");
        }

        @Test
        void needsASender() {
            read(new SendersFormat(), "senders: {}");

            assertThat(faults.all()).singleElement().asString().contains("names no sender");
        }

        @Test
        void doesNotTakeTheSameNumberTwice() {
            read(
                    new SendersFormat(),
                    "senders: {a: {phone-number-id: 1, token: t}, b: {phone-number-id: 1, token: t}}");

            assertThat(faults.all()).singleElement().asString().contains("has the same phone-number-id as a");
        }

        @Test
        void doesNotPrintATokenThatIsWrong() {
            read(new SendersFormat(), "senders: {a: {phone-number-id: '+351 912', token: 'my token'}}");

            assertThat(faults.all())
                    .extracting(ConfigFault::toString)
                    .anySatisfy(fault -> assertThat(fault).contains("is not a phone number id"))
                    .anySatisfy(fault -> assertThat(fault).contains("is not an access token"))
                    .noneSatisfy(fault -> assertThat(fault).contains("my token"))
                    .hasSize(2);
        }
    }

    @Test
    void secretsAreNotPrinted() {
        Map<String, Object> printing = Map.of("sender", new Sender("shop", "1", "secret"));

        assertThat(printing.toString()).isEqualTo("{sender=Sender[shop]}");
    }

    private <T> T read(ConfigFormat<T> format, String yaml) {
        return format.parse(YamlDocument.read(format.file(), yaml, SETTINGS, faults), faults);
    }
}
