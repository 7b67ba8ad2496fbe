package dev.sealpost.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.message.MessageId;
import dev.sealpost.message.Reason;
import dev.sealpost.message.SubjectRef;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EntryJsonTest {

    private final AuditRecord full = AuditRecord.of(AuditKind.MESSAGE_REFUSED)
            .at(Instant.parse("2026-11-01T10:00:00.123456Z"))
            .by("key:7")
            .flow("order-shipped")
            .exchange("E-1")
            .message(MessageId.of("01890a5d-ac96-774b-bcce-b302099a8057"))
            .subject(SubjectRef.of("9f86d081-884c-4d65-9a2f-eaa0c55ad015"))
            .purpose("order-updates")
            .outcome("refused")
            .reason(Reason.of("no-consent", "never asked"))
            .evidence("profile", "order-shipped")
            .evidence("consent", 12)
            .build();

    @Test
    void anEntryIsOneCanonicalObjectWithoutWhatIsAbsent() {
        assertThat(EntryJson.write(full))
                .isEqualTo("{\"actor\":\"key:7\",\"evidence\":{\"consent\":\"12\",\"profile\":\"order-shipped\"},"
                        + "\"exchange\":\"E-1\",\"flow\":\"order-shipped\",\"kind\":\"message.refused\","
                        + "\"message\":\"01890a5d-ac96-774b-bcce-b302099a8057\",\"outcome\":\"refused\","
                        + "\"purpose\":\"order-updates\",\"reason\":\"no-consent: never asked\","
                        + "\"subject\":\"9f86d081-884c-4d65-9a2f-eaa0c55ad015\","
                        + "\"time\":\"2026-11-01T10:00:00.123456Z\"}");
        assertThat(EntryJson.write(
                        AuditRecord.of(AuditKind.HUB_STARTED).at(Instant.EPOCH).build()))
                .isEqualTo("{\"actor\":\"hub\",\"kind\":\"hub.started\",\"time\":\"1970-01-01T00:00:00Z\"}");
    }

    @Test
    void whatWasWrittenReadsBackTheSame() {
        assertThat(EntryJson.read(EntryJson.write(full))).isEqualTo(full);
    }
}
