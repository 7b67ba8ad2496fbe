package dev.sealpost.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.sealpost.consent.ConsentedMessage;
import dev.sealpost.consent.Purpose;
import dev.sealpost.intake.ReceivedMessage;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.minimisation.MinimisedMessage;
import dev.sealpost.subject.PhoneNumber;
import dev.sealpost.testing.Tampering;
import dev.sealpost.vault.BlindIndex;
import dev.sealpost.vault.DataKey;
import dev.sealpost.vault.SealBroken;
import dev.sealpost.vault.TestVault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SealerTest {

    private static final PhoneNumber NUMBER = new PhoneNumber("+351912131026");
    private static final String PURPOSE = "order-updates";

    private final Sealer sealer = new SubjectSealer();
    private final DataKey anasKey = TestVault.dataKey();
    private final MessageId message = MessageId.next();
    private final SubjectRef ana = SubjectRef.random();

    @Test
    void opensToTheNumberAndTheFieldsInTheirOrder() {
        OpenedContent opened = sealer.open(sealed(fields("firstName", "Ana", "order", "A-1001", "a", "")), anasKey);
        assertThat(opened.to()).isEqualTo(NUMBER);
        assertThat(opened.fields())
                .containsExactly(Map.entry("firstName", "Ana"), Map.entry("order", "A-1001"), Map.entry("a", ""));
    }

    @Test
    void opensToWhatWasSealedWhateverTheText() {
        var random = new Random(20261101);
        assertThat(IntStream.range(0, 2_000).mapToObj(round -> anyFields(random)))
                .allSatisfy(fields -> assertThat(
                                sealer.open(sealed(fields), anasKey).fields())
                        .isEqualTo(fields));
    }

    @Test
    void keepsLoneSurrogatesNulAndExpressionsAsTheyAre() {
        Map<String, String> fields = fields(
                "a", "\ud800", "b", "x\udc00y", "c", "\0", "d", "${jndi:ldap://x}", "e", "\"}]\\", "f", "\ud83d\udce6");
        assertThat(sealer.open(sealed(fields), anasKey).fields()).isEqualTo(fields);
    }

    @Test
    void nothingOfTheContentIsInTheCiphertextOrPrinted() {
        SealedContent content = sealed(fields("firstName", "Anabela"));
        assertThat(new String(content.ciphertext(), StandardCharsets.ISO_8859_1))
                .doesNotContain("Anabela", "firstName", "351912131026");
        assertThat(content + " " + sealer.open(content, anasKey)).doesNotContain("Anabela", "912131026");
    }

    @Test
    void aFieldWithoutValueIsNotSealed() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("firstName", null);
        assertThatThrownBy(() -> sealed(fields)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void theAuditNamesTheCiphertextByItsHash() {
        var content = new SealedContent(message, ana, PURPOSE, "abc".getBytes(StandardCharsets.US_ASCII));
        assertThat(content.sha256())
                .as("FIPS 180-2, appendix B.1")
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void sealingKeepsTheIdsThatOutboxAndAuditNeed() {
        Purpose purpose = new Purpose(PURPOSE, "", null, null, null, null, null, null, null, null, 5);
        SealedMessage sealed = sealer.seal(minimised(purpose), anasKey);
        assertThat(sealed.origin())
                .isEqualTo(new SealedMessage.Origin(
                        message,
                        "order-shipped",
                        new BlindIndex(new byte[32]),
                        ana,
                        "PT",
                        purpose,
                        "consent:7",
                        "order-shipped",
                        Set.of("firstName", "order"),
                        4,
                        Instant.EPOCH));
        assertThat(sealed.origin().fields()).containsExactly("firstName", "order");
        assertThat(sealer.open(sealed.content(), anasKey))
                .isEqualTo(new OpenedContent(NUMBER, fields("firstName", "Ana", "order", "A-1001")));
    }

    @Nested
    @Tag("fault")
    class DoesNotOpen {

        private final SealedContent original = sealed(fields("firstName", "Ana"));

        @Test
        void swappedBetweenTwoMessages() {
            assertBroken(new SealedContent(MessageId.next(), ana, PURPOSE, original.ciphertext()), anasKey);
        }

        @Test
        void swappedBetweenTwoPeople() {
            assertBroken(new SealedContent(message, SubjectRef.random(), PURPOSE, original.ciphertext()), anasKey);
            assertBroken(original, TestVault.dataKey());
        }

        @Test
        void swappedBetweenTwoPurposes() {
            assertThat(List.of("offers", "order-update", "order-updatess", ""))
                    .allSatisfy(other ->
                            assertBroken(new SealedContent(message, ana, other, original.ciphertext()), anasKey));
        }

        @Test
        void corruptedMessageIdOrSubject_fails() {
            assertThat(IntStream.range(0, 128).boxed()).allSatisfy(bit -> {
                var otherMessage = new MessageId(flip(message.value(), bit));
                var otherSubject = new SubjectRef(flip(ana.value(), bit));
                assertBroken(new SealedContent(otherMessage, ana, PURPOSE, original.ciphertext()), anasKey);
                assertBroken(new SealedContent(message, otherSubject, PURPOSE, original.ciphertext()), anasKey);
            });
        }

        @Test
        void messageAndSubjectExchanged_fails() {
            assertBroken(
                    new SealedContent(
                            new MessageId(ana.value()),
                            new SubjectRef(message.value()),
                            PURPOSE,
                            original.ciphertext()),
                    anasKey);
        }

        @Test
        void corruptedVersionNonceCiphertextOrTag_fails() {
            assertThat(Stream.concat(
                            Tampering.eachByteChanged(original.ciphertext()),
                            Tampering.eachTruncation(original.ciphertext())))
                    .hasSize(2 * original.ciphertext().length)
                    .allSatisfy(changed -> assertBroken(new SealedContent(message, ana, PURPOSE, changed), anasKey));
        }

        @Test
        void whatWasSealedButIsNoContent() {
            byte[] bound = new Binding(message, ana, PURPOSE).associatedData((byte) 1);
            assertThat(List.of(
                            "",
                            "null",
                            "[]",
                            "{}",
                            "{\"v\":2,\"to\":\"+351912131026\",\"fields\":{}}",
                            "{\"v\":\"1\",\"to\":\"+351912131026\",\"fields\":{}}",
                            "{\"v\":1,\"to\":\"912131026\",\"fields\":{}}",
                            "{\"v\":1,\"to\":\"+351912131026\",\"fields\":{\"a\":1}}",
                            "{\"v\":1,\"to\":\"+351912131026\",\"fields\":{\"a\":null}}",
                            "{\"v\":1,\"to\":\"+351912131026\",\"fields\":{\"a\":\"1\",\"a\":\"2\"}}",
                            "{\"v\":1,\"to\":\"+351912131026\",\"fields\":{},\"more\":1}",
                            "{\"v\":1,\"to\":\"+351912131026\",\"fields\":{}} x",
                            "{\"v\":1,\"to\":\"+351912131026\",\"fields\":{}"))
                    .allSatisfy(text -> {
                        byte[] sealed = anasKey.seal(text.getBytes(StandardCharsets.UTF_8), bound);
                        assertBroken(new SealedContent(message, ana, PURPOSE, versioned(sealed)), anasKey);
                    });
        }

        private void assertBroken(SealedContent content, DataKey key) {
            assertThatExceptionOfType(SealBroken.class)
                    .isThrownBy(() -> sealer.open(content, key))
                    .withNoCause()
                    .withMessageNotContaining("912131026");
        }
    }

    private SealedContent sealed(Map<String, String> fields) {
        return ContentSeal.seal(new OpenedContent(NUMBER, fields), new Binding(message, ana, PURPOSE), anasKey);
    }

    private MinimisedMessage minimised(Purpose purpose) {
        ReceivedMessage received = mock();
        when(received.id()).thenReturn(message);
        when(received.flow()).thenReturn("order-shipped");
        when(received.source()).thenReturn(new BlindIndex(new byte[32]));
        when(received.subject()).thenReturn(ana);
        when(received.person()).thenReturn(NUMBER);
        when(received.receivedAt()).thenReturn(Instant.EPOCH);
        ConsentedMessage consented = mock();
        when(consented.received()).thenReturn(received);
        when(consented.purpose()).thenReturn(purpose);
        when(consented.evidence()).thenReturn("consent:7");
        MinimisedMessage minimised = mock();
        when(minimised.consented()).thenReturn(consented);
        when(minimised.profile()).thenReturn("order-shipped");
        when(minimised.fields()).thenReturn(fields("firstName", "Ana", "order", "A-1001"));
        when(minimised.dropped()).thenReturn(4);
        return minimised;
    }

    private static Map<String, String> fields(String... namesAndValues) {
        var fields = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    /** Up to five fields of up to forty UTF-16 units of any value, lone surrogates among them. */
    private static Map<String, String> anyFields(Random random) {
        var fields = new LinkedHashMap<String, String>();
        random.ints(random.nextInt(6), 1, 40)
                .forEach(length -> fields.put(anyText(random, length), anyText(random, random.nextInt(40))));
        return fields;
    }

    private static String anyText(Random random, int length) {
        var text = new StringBuilder();
        random.ints(length, 0, 0x10000).forEach(unit -> text.append((char) unit));
        return text.toString();
    }

    private static UUID flip(UUID id, int bit) {
        return bit < Long.SIZE
                ? new UUID(id.getMostSignificantBits() ^ (1L << bit), id.getLeastSignificantBits())
                : new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() ^ (1L << bit));
    }

    private static byte[] versioned(byte[] sealed) {
        byte[] content = new byte[sealed.length + 1];
        content[0] = 1;
        System.arraycopy(sealed, 0, content, 1, sealed.length);
        return content;
    }
}
