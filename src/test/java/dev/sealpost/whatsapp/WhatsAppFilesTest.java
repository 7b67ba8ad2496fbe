package dev.sealpost.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.configuration.ConfigFault;
import dev.sealpost.configuration.ConfigFormat;
import dev.sealpost.configuration.Faults;
import dev.sealpost.configuration.Placeholders;
import dev.sealpost.configuration.YamlDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WhatsAppFilesTest {

    private static final Placeholders SETTINGS =
            text -> Optional.of(text.replace("${sealpost.whatsapp.phone-number-id}", "100000000000001")
                    .replace("${sealpost.whatsapp.throughput}", "80")
                    .replace("${sealpost.whatsapp.account-id:}", TestSenders.ACCOUNT)
                    .replace("${sealpost.whatsapp.tier}", "none")
                    .replace("${sealpost.whatsapp.token}", "secret"));

    private final Faults faults = new Faults();

    @Nested
    @DisplayName("senders.yml")
    class SendersFile {

        @Test
        void takesIdAndTokenFromTheSettings() throws IOException {
            Senders senders = read(new SendersFormat(), Files.readString(Path.of("config/senders.yml")));

            assertThat(faults.all()).isEmpty();
            assertThat(senders.all()).containsExactly(TestSenders.sender("shop", "100000000000001", "secret"));
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
                    "senders: {a: {phone-number-id: 1, token: t, account: 2}, b: {phone-number-id: 1, token: t, account: 2}}");

            assertThat(faults.all()).singleElement().asString().contains("has the same phone-number-id as a");
        }

        @Test
        void saysWhomASenderServesAndHowFast() {
            Senders senders = read(
                    new SendersFormat(),
                    """
                    senders:
                      clinic: {phone-number-id: 1, token: t, account: 2, purposes: [appointment-reminders], countries: [PT],
                               throughput: 20, tier: 250, storage-region: DE, pin: '123456', portfolio: health}
                      tests: {phone-number-id: 3, token: t, account: 2, throughput: none}
                    """);

            assertThat(faults.all()).isEmpty();
            assertThat(senders.named("clinic"))
                    .hasValue(new Sender(
                            "clinic",
                            "1",
                            "t",
                            "2",
                            "health",
                            Set.of("appointment-reminders"),
                            Set.of("PT"),
                            20,
                            250,
                            "DE",
                            "123456"));
            assertThat(senders.named("tests")).hasValueSatisfying(tests -> {
                assertThat(tests.portfolio()).isEqualTo("2");
                assertThat(tests.throughput()).isEqualTo(Sender.UNLIMITED);
                assertThat(tests.tier()).isEqualTo(Sender.UNLIMITED);
            });
        }

        @Test
        void doesNotTakeWhatMetaDoesNotHave() {
            read(
                    new SendersFormat(),
                    "senders: {a: {phone-number-id: 1, token: t, account: 2, countries: [Portugal], throughput: 0, pin: 12}}");

            assertThat(faults.all())
                    .extracting(ConfigFault::toString)
                    .anySatisfy(fault -> assertThat(fault).contains("is not a country"))
                    .anySatisfy(fault -> assertThat(fault).contains("throughput"))
                    .anySatisfy(
                            fault -> assertThat(fault).contains("is not a PIN").doesNotContain("12:"))
                    .hasSize(3);
        }

        @Test
        void doesNotPrintATokenThatIsWrong() {
            read(new SendersFormat(), "senders: {a: {phone-number-id: '+351 912', token: 'my token', account: 2}}");

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
        Map<String, Object> printing = Map.of("sender", TestSenders.sender("shop", "1", "secret"));

        assertThat(printing.toString()).isEqualTo("{sender=Sender[shop]}");
    }

    private <T> T read(ConfigFormat<T> format, String yaml) {
        return format.parse(YamlDocument.read(format.file(), yaml, SETTINGS, faults), faults);
    }
}
