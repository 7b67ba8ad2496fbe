package dev.sealpost.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.audit.AuditKind;
import dev.sealpost.delivery.DeliveryOutcome.Rejected;
import dev.sealpost.delivery.DeliveryOutcome.RetryLater;
import dev.sealpost.delivery.OutboundMessage;
import dev.sealpost.message.MessageId;
import dev.sealpost.sealing.OpenedContent;
import dev.sealpost.subject.PhoneNumber;
import dev.sealpost.whatsapp.cloudapi.CloudApiErrors;
import dev.sealpost.whatsapp.request.Composition.Ready;
import dev.sealpost.whatsapp.request.Composition.Refused;
import dev.sealpost.whatsapp.request.TestDefinitions;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A free-form message")
class MessageRequestsTest {

    private static final int OUTSIDE_WINDOW = 131047;
    private static final Sender SENDER = TestSenders.sender("shop", "100000000000001", "t");

    private final MessageRequests requests = TestMessageRequests.of(
            TestDefinitions.of(
                    """
                    templates: {news: {language: en, category: utility, parameters: []}}
                    messages:
                      help: {category: utility, otherwise: news, text: {body: How can we help?}}
                      alone: {category: utility, text: {body: How can we help?}}
                    """),
            null);

    @Test
    void goesAsSuchUntilAMinuteBeforeTheWindowCloses() {
        assertThat(form(message("help", Instant.now().plusSeconds(90)))).isEqualTo("free-form");
        assertThat(form(message("help", Instant.now().plusSeconds(50)))).isEqualTo("template");
        assertThat(form(message("help", null))).isEqualTo("template");
        assertThat(requests.compose(message("alone", null), SENDER))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason().word()).isEqualTo("outside-window"));
    }

    @Test
    void goesAsItsTemplateWhenMetaSaysThatTheWindowIsClosed() {
        OutboundMessage message = message("help", Instant.now().plusSeconds(3600));
        Ready ready = (Ready) requests.compose(message, SENDER);

        assertThat(requests.learn(refused(), ready.facts(), message, SENDER)).isInstanceOf(RetryLater.class);

        assertThat(form(message)).isEqualTo("template");
        assertThat(form(message("help", Instant.now().plusSeconds(3600)))).isEqualTo("free-form");
    }

    @Test
    void isRefusedForGoodWhenMetaSaysSoAndItHasNoTemplate() {
        OutboundMessage message = message("alone", Instant.now().plusSeconds(3600));
        Ready ready = (Ready) requests.compose(message, SENDER);

        assertThat(requests.learn(refused(), ready.facts(), message, SENDER)).isEqualTo(refused());
    }

    @Test
    void isAuditedWithTheFormItTookAndATemplateIsNot() {
        Ready instead = (Ready) requests.compose(message("help", null), SENDER);

        assertThat(FormRecord.of(message("help", null), instead.facts())).hasValueSatisfying(record -> {
            assertThat(record.kind()).isEqualTo(AuditKind.MESSAGE_FORM);
            assertThat(record.reason().word()).isEqualTo("outside-window");
            assertThat(record.evidence()).containsEntry("template", "news");
        });
        Ready template = (Ready) requests.compose(message("news", null), SENDER);
        assertThat(FormRecord.of(message("news", null), template.facts())).isEmpty();
    }

    private String form(OutboundMessage message) {
        Ready ready = (Ready) requests.compose(message, SENDER);
        return FormRecord.of(message, ready.facts()).orElseThrow().outcome();
    }

    private static Rejected refused() {
        return new Rejected(CloudApiErrors.reason(OUTSIDE_WINDOW), OUTSIDE_WINDOW, true, Set.of());
    }

    private static OutboundMessage message(String name, Instant windowUntil) {
        return new OutboundMessage(
                MessageId.next(),
                "flow",
                "purpose",
                name,
                SENDER.name(),
                windowUntil,
                new OpenedContent(new PhoneNumber("+351912345678"), Map.of()),
                null);
    }
}
