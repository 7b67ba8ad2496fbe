package dev.sealpost.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.configuration.ConfigFault;
import dev.sealpost.configuration.Faults;
import dev.sealpost.configuration.Placeholders;
import dev.sealpost.configuration.YamlDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("signers.yml")
class SignersFormatTest {

    @TempDir
    static Path directory;

    private final Faults faults = new Faults();

    @BeforeAll
    static void keys() throws IOException {
        Files.createDirectory(directory.resolve("keys"));
        write("ed.pem", SigningKey.ed25519().publicPem());
        write("ec.pem", SigningKey.ec("secp256r1").publicPem());
        write("weak.pem", SigningKey.rsa(2_048).publicPem());
        write("private.pem", SigningKey.ed25519().privatePem());
        write("none.pem", "hello");
    }

    @Test
    void namesForEachSignerWhereItsSignatureIsAndTheKeysOfToday() {
        Signers signers = read(
                """
                signers:
                  shop:
                    signature: {header: X-Signature}
                    keys:
                      - {file: keys/ed.pem, algorithm: Ed25519, until: 2026-12-31}
                      - {file: keys/ec.pem, algorithm: SHA256withECDSA, from: 2026-12-01}
                """);

        assertThat(faults.all()).isEmpty();
        Signer shop = signers.find("shop").orElseThrow();
        assertThat(shop.header()).contains("X-Signature");
        assertThat(shop.keysOn(LocalDate.parse("2026-11-30")))
                .extracting(SignerKey::id)
                .containsExactly("shop-1");
        assertThat(shop.keysOn(LocalDate.parse("2026-12-31"))).hasSize(2);
        assertThat(shop.keysOn(LocalDate.parse("2027-01-01")))
                .extracting(SignerKey::id)
                .containsExactly("shop-2");
    }

    @Test
    void inTheRepositoryIsRight() throws IOException {
        read(Files.readString(Path.of("config/signers.yml")));

        assertThat(faults.all()).isEmpty();
    }

    static Stream<Arguments> faultyKeys() {
        return Stream.of(
                Arguments.of("missing.pem, algorithm: Ed25519", "\"keys/missing.pem\" is a file that is missing"),
                Arguments.of("none.pem, algorithm: Ed25519", "holds no public key; allowed: a PEM file"),
                Arguments.of("private.pem, algorithm: Ed25519", "holds a private key"),
                Arguments.of("weak.pem, algorithm: SHA256withRSA", "holds a key that is too weak"),
                Arguments.of("ec.pem, algorithm: Ed25519", "holds a key that is not one for Ed25519"),
                Arguments.of("ed.pem, algorithm: MD5withRSA", "\"MD5withRSA\" is not known; allowed: Ed25519"),
                Arguments.of("ed.pem, algorithm: Ed25519, from: tomorrow", "\"tomorrow\" is not a date"),
                Arguments.of("ed.pem, algorithm: Ed25519, from: 2026-02-01, until: 2026-01-01", "is before from"));
    }

    @ParameterizedTest(name = "is refused where a key is {0}: {1}")
    @MethodSource("faultyKeys")
    void isRefusedWithTheLineOfAFaultyKey(String key, String problem) {
        read("signers:\n  shop:\n    signature: {header: X-Signature}\n    keys:\n      - {file: keys/" + key + "}\n");

        assertThat(faults.all())
                .singleElement()
                .extracting(ConfigFault::toString)
                .asString()
                .contains("signers.yml:5:", problem);
    }

    @ParameterizedTest
    @MethodSource("faultyPlaces")
    void isRefusedWithoutOnePlaceForTheSignature(String place, String problem) {
        read("signers: {shop: {signature: " + place + ", keys: [{file: keys/ed.pem, algorithm: Ed25519}]}}");

        assertThat(faults.all())
                .singleElement()
                .extracting(ConfigFault::toString)
                .asString()
                .contains(problem);
    }

    static Stream<Arguments> faultyPlaces() {
        return Stream.of(
                Arguments.of("{header: X, field: $.signature}", "must say where the signature is"),
                Arguments.of("{header: CamelSignature}", "is not a header's name"),
                Arguments.of("{field: $.a.b}", "is not a field at the top of the event"));
    }

    private Signers read(String yaml) {
        String file = directory.resolve("signers.yml").toString();
        return new SignersFormat().parse(YamlDocument.read(file, yaml, Placeholders.none(), faults), faults);
    }

    private static void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve("keys").resolve(name), text);
    }
}
