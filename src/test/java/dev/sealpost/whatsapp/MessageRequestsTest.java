package dev.sealpost.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.sealpost.audit.AuditKind;
import dev.sealpost.delivery.DeliveryOutcome.Rejected;
import dev.sealpost.delivery.DeliveryOutcome.RetryLater;
import dev.sealpost.delivery.OutboundMessage;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.Reason;
import dev.sealpost.pause.ActivePauses;
import dev.sealpost.pause.Pause;
import dev.sealpost.pause.PauseScope;
import dev.sealpost.pause.Pauses;
import dev.sealpost.sealing.OpenedContent;
import dev.sealpost.subject.PhoneNumber;
import dev.sealpost.whatsapp.cloudapi.CloudApiErrors;
import dev.sealpost.whatsapp.request.Composition.Ready;
import dev.sealpost.whatsapp.request.Composition.Refused;
import dev.sealpost.whatsapp.request.Composition.Waiting;
import dev.sealpost.whatsapp.request.TestDefinitions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

@DisplayName("A free-form message")
class MessageRequestsTest {

    private static final int OUTSIDE_WINDOW = 131047;
    private static final Sender SENDER = TestSenders.sender("shop", "100000000000001", "t");

    private final Pauses pauses = mock(Pauses.class);
    private final MessageRequests requests = TestMessageRequests.of(
            TestDefinitions.of(
                    """
                    templates: {news: {language: en, category: utility, parameters: []}}
                    messages:
                      help: {category: utility, otherwise: news, text: {body: How can we help?}}
                      alone: {category: utility, text: {body: How can we help?}}
                    """),
            null,
            pauses);

    @BeforeEach
    void nothingIsPaused() {
        when(pauses.recent()).thenReturn(new ActivePauses(List.of()));
    }

    @Test
    void doesNotGoAsATemplateThatIsPausedAndWaits() {
        when(pauses.recent()).thenReturn(new ActivePauses(List.of(pauseOf("news"))));

        assertThat(requests.compose(message("help", null), SENDER))
                .isInstanceOfSatisfying(
                        Waiting.class, waiting -> assertThat(waiting.reason().toString())
                                .isEqualTo("paused: TEMPLATE news, wrong-price"));
        assertThat(form(message("help", Instant.now().plusSeconds(90)))).isEqualTo("free-form");
    }

    @Test
    void waitsWhenItCannotBeFoundOutWhetherItsTemplateIsPaused() {
        when(pauses.recent()).thenThrow(new DataAccessResourceFailureException("down"));

        assertThat(requests.compose(message("help", null), SENDER)).isInstanceOf(Waiting.class);
    }

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

    private static Pause pauseOf(String template) {
        return new Pause(
                UUID.randomUUID(),
                PauseScope.TEMPLATE,
                template,
                Reason.of("wrong-price"),
                null,
                "key:7",
                Instant.now(),
                null,
                null,
                0);
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
