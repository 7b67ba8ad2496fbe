package dev.sealpost.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.message.MessageId;
import dev.sealpost.message.Reason;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Redaction redaction = new Redaction(meters);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+351912345678",
                "called +351 912 345 678 twice",
                "+1 (415) 555-2671",
                "351912345678",
                "to=351912345678, refused",
                "tel:351912345678",
                "/api/subjects/351912345678",
                "351912345678: not on WhatsApp",
                "Ana <ana@example.org>",
                "a+b@mail.example.org."
            })
    void whatLooksLikeANumberOrAnAddressIsReplacedAndCounted(String leak) {
        AuditRecord entry = redaction.apply(AuditRecord.of(AuditKind.MESSAGE_FAILED)
                .outcome(leak)
                .reason(Reason.of("malformed", leak))
                .evidence("note", leak)
                .build());

        assertThat(entry.outcome()).isEqualTo("redacted");
        assertThat(entry.reason()).hasToString("malformed: redacted");
        assertThat(entry.evidence()).containsEntry("note", "redacted");
        assertThat(redactions()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678-1234-4123-8123-123456789012",
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "wamid.HBgMMzUxOTEyMzQ1Njc4FQIAERgSNDU2Nzg5MDEyMzQ1Njc4OTAxMgA=",
                "2026-11-01T10:00:00.123456789Z",
                "2026-11-01",
                "shop.orders.shipped-0@123456789012",
                "kafka:shop.orders.shipped:0:123456789012",
                "at most 52428800 bytes",
                "131026: not a WhatsApp user",
                "$.customer.phone",
                "attempt 3 of 8, again in 4000 ms",
                "5D1A7B4C6F47-0000000000000005"
            })
    void idsTimesSizesAndPathsStay(String harmless) {
        AuditRecord entry = redaction.apply(AuditRecord.of(AuditKind.MESSAGE_SENT)
                .outcome(harmless)
                .reason(Reason.of("ok", harmless))
                .evidence("note", harmless)
                .build());

        assertThat(entry.outcome()).isEqualTo(harmless);
        assertThat(entry.reason()).hasToString("ok: " + harmless);
        assertThat(entry.evidence()).containsEntry("note", harmless);
        assertThat(redactions()).isZero();
    }

    @Test
    void theHubsOwnIdsAreNeverTakenForNumbers() {
        var random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            String id = MessageId.next() + "," + new java.util.UUID(random.nextLong(), random.nextLong());
            assertThat(redaction
                            .apply(AuditRecord.of(AuditKind.MESSAGE_SENT)
                                    .outcome(id)
                                    .build())
                            .outcome())
                    .isEqualTo(id);
        }
    }

    @Test
    void evidenceThatIsAnIdStaysWhateverItsDigits() {
        AuditRecord entry = redaction.apply(AuditRecord.of(AuditKind.MESSAGE_SENT)
                .evidence("sender", "100000000000001")
                .build());

        assertThat(entry.evidence()).containsEntry("sender", "100000000000001");
    }

    @Test
    void stringsAndEvidenceAreBounded() {
        var builder = AuditRecord.of(AuditKind.MESSAGE_SENT).outcome("x".repeat(510) + "😀😀");
        for (int i = 10; i < 30; i++) {
            builder.evidence("e" + i, "x".repeat(60_000));
        }

        AuditRecord entry = redaction.apply(builder.build());

        assertThat(entry.outcome()).isEqualTo("x".repeat(510) + "…");
        assertThat(entry.evidence())
                .hasSize(16)
                .containsKeys("e10", "e25")
                .allSatisfy((name, value) -> assertThat(value).hasSize(512).endsWith("…"));
    }

    private double redactions() {
        return meters.counter("sealpost.audit.redacted").count();
    }
}
