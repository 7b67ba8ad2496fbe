package dev.sealpost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.audit.AuditKind;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.Reason;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.vault.DataKey;
import dev.sealpost.vault.HubSeal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("The dead letter of an event")
class SealedDeadLettersTest extends DeliveryTest {

    private static final byte[] RAW = "{\"order\": 1}".getBytes(StandardCharsets.UTF_8);

    @Autowired
    private DeadLetters deadLetters;

    @Autowired
    private HubSeal hub;

    @Test
    void isSealedUnderThePersonsKey() {
        DeadEvent event = aboutSomebody();

        store(event);

        assertThat(sealedFor(event)).isEqualTo("subject");
        assertThat(event.key().open(content(event), SealedDeadLetters.boundTo(event)))
                .isEqualTo(RAW);
        assertThat(audit.kinds(event.message())).containsExactly(AuditKind.MESSAGE_DEAD_LETTER);
    }

    @Test
    void isSealedUnderTheHubsKeyIfThePersonsIsBrokenAndTheOthersOfItsBatchAreNot() {
        DeadEvent broken = aboutSomebodyWhoseKeyIsBroken();
        DeadEvent other = aboutSomebody();

        store(broken, other);

        assertThat(sealedFor(broken)).isEqualTo("hub");
        assertThat(hub.forUse("dead-letter").open(content(broken), SealedDeadLetters.boundTo(broken)))
                .isEqualTo(RAW);
        assertThat(audit.kinds(broken.message())).containsExactly(AuditKind.SEAL_BROKEN, AuditKind.MESSAGE_DEAD_LETTER);
        assertThat(sealedFor(other)).isEqualTo("subject");
    }

    private DeadEvent aboutSomebody() {
        SubjectRef person = SubjectRef.random();
        keys.create(List.of(person));
        return event(person);
    }

    private DeadEvent aboutSomebodyWhoseKeyIsBroken() {
        SubjectRef person = SubjectRef.random();
        keys.create(List.of(person));
        rows.execute("UPDATE keys.subject_key SET wrapped = '\\x00' WHERE subject = '%s'".formatted(person.value()));
        return event(person);
    }

    private DeadEvent event(SubjectRef person) {
        DataKey key = keys.load(List.of(person)).get(person);
        return new DeadEvent(MessageId.next(), "order-shipped", person, Reason.of("malformed"), key, RAW);
    }

    private void store(DeadEvent... events) {
        inTransaction(() -> deadLetters.store(List.of(events)));
    }

    private String sealedFor(DeadEvent event) {
        return (String) rows.deadLetter(event.message()).get("sealed_for");
    }

    private byte[] content(DeadEvent event) {
        return (byte[]) rows.deadLetter(event.message()).get("content");
    }
}
