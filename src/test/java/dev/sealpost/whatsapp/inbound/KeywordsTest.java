package dev.sealpost.whatsapp.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.configuration.ConfigDirectory;
import dev.sealpost.configuration.Faults;
import dev.sealpost.configuration.Placeholders;
import dev.sealpost.whatsapp.Keyword;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class KeywordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STOP",
                "stop",
                " Stop! ",
                "ＳＴＯＰ",
                "“stop”.",
                "Unsubscribe",
                "parar",
                "Cancelar inscrição",
                "CANCELAR INSCRICAO",
                "Darme de baja, ",
                "arrêt",
                "ARRET",
                "Désabonner",
                "Abmelden",
                "disiscrivimi",
                "stop\n"
            })
    void aStopIsRecognisedInAllSixLanguagesHoweverItIsWritten(String text) {
        assertThat(Keywords.BUILT_IN.in(text)).contains(Keyword.STOP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Please don't stop", "stop it", "s t o p", "Stopover", "", "!!!", "cancel", "\0"})
    void onlyAWholeMessageIsAKeyword(String text) {
        assertThat(Keywords.BUILT_IN.in(text)).isEmpty();
        assertThat(Keywords.BUILT_IN.in("stop ".repeat(100))).isEmpty();
        assertThat(Keywords.BUILT_IN.in(null)).isEmpty();
    }

    @Test
    void agreementAndTheWishForDataAreTold() {
        assertThat(Keywords.BUILT_IN.in("Sí")).contains(Keyword.AGREE);
        assertThat(Keywords.BUILT_IN.in("Yes.")).contains(Keyword.AGREE);
        assertThat(Keywords.BUILT_IN.in("my data")).contains(Keyword.MY_DATA);
        assertThat(Keywords.BUILT_IN.in("MES DONNÉES")).contains(Keyword.MY_DATA);
    }

    @Test
    void theShippedFileSaysWhatIsBuiltIn(@TempDir Path elsewhere) throws IOException {
        assertThat(read(Path.of("config"), new Faults())).isEqualTo(Keywords.BUILT_IN);
        copy(elsewhere);
        Files.delete(elsewhere.resolve("keywords.yml"));
        assertThat(read(elsewhere, new Faults())).isEqualTo(Keywords.BUILT_IN);
    }

    @Test
    void aFileInWhichNobodyCanStopIsRefused(@TempDir Path directory) throws IOException {
        copy(directory);
        Files.writeString(directory.resolve("keywords.yml"), "keywords: {stop: [], agree: ['!']}");
        Faults faults = new Faults();
        read(directory, faults);
        assertThat(faults.all().toString()).contains("names no word").contains("can never be a whole message");
    }

    private static void copy(Path directory) throws IOException {
        try (var files = Files.list(Path.of("config"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, directory.resolve(file.getFileName()));
            }
        }
    }

    private static Keywords read(Path directory, Faults faults) {
        MockEnvironment environment = new MockEnvironment();
        Arrays.asList("phone-number-id", "token", "account-id")
                .forEach(name -> environment.setProperty("sealpost.whatsapp." + name, "1"));
        return (Keywords) new ConfigDirectory(directory, Placeholders.of(environment))
                .read(faults)
                .get(Keywords.class);
    }
}
