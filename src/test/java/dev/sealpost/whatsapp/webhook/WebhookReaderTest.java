package dev.sealpost.whatsapp.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.delivery.StatusUpdate;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.MessageState;
import dev.sealpost.message.Reason;
import dev.sealpost.whatsapp.cloudapi.CloudApiErrors;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookReaderTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-24T12:00:00Z");
    private static final MessageId ID = MessageId.next();

    @Nested
    class AStatus {

        @ParameterizedTest
        @ValueSource(strings = {"sent", "delivered", "read"})
        void movesItsMessageOn(String name) {
            StatusUpdate update = update(
                    """
                    {"id": "wamid.1", "status": "%s", "timestamp": "1764000000", "recipient_id": "351912345678",
                     "biz_opaque_callback_data": "%s"}"""
                            .formatted(name, ID));

            assertThat(update)
                    .isEqualTo(new StatusUpdate(
                            ID,
                            "wamid.1",
                            MessageState.valueOf(name.toUpperCase()),
                            Instant.ofEpochSecond(1_764_000_000),
                            null));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{\"billable\": true, \"category\": \"utility\"} | utility billable",
                    "{\"billable\": false, \"category\": \"service\"} | service free",
                    "{\"category\": \"+351912345678\"} | other billable",
                    "7 | "
                })
        void saysWhatItCosts(String pricing, String price) {
            assertThat(update("{\"id\": \"w\", \"status\": \"sent\", \"pricing\": " + pricing + "}")
                            .price())
                    .isEqualTo(price);
        }

        @Test
        void playedMeansRead() {
            assertThat(update("{\"id\": \"w\", \"status\": \"played\"}").state())
                    .isEqualTo(MessageState.READ);
        }

        @Test
        void failedSaysWhyInTheHubsOwnWords() {
            assertThat(update(
                                    "{\"id\": \"w\", \"status\": \"failed\", \"errors\": [{\"code\": 131026, \"title\": \"x\"}]}")
                            .reason())
                    .isEqualTo(CloudApiErrors.reason(131026));
            assertThat(update("{\"id\": \"w\", \"status\": \"failed\"}").reason())
                    .isEqualTo(Reason.of("unknown-error", "failed without a code"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"some data\"", "\"1-1-1-1-1\"", "7", "null", "{}"})
        void withSomebodyElsesCallbackDataGoesByItsChannelId(String data) {
            assertThat(update("{\"id\": \"w\", \"status\": \"sent\", \"biz_opaque_callback_data\": " + data + "}")
                            .message())
                    .isNull();
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"soon\"", "null", "-1", "\"99999999999\"", "99999999999999999999999", "1.5"})
        void withAnAbsurdTimeIsOfTheTimeItCame(String timestamp) {
            assertThat(update("{\"id\": \"w\", \"status\": \"sent\", \"timestamp\": " + timestamp + "}")
                            .at())
                    .isEqualTo(RECEIVED);
        }

        @Test
        void mayHaveItsTimeAsANumber() {
            assertThat(update("{\"id\": \"w\", \"status\": \"sent\", \"timestamp\": 1764000000}")
                            .at())
                    .isEqualTo(Instant.ofEpochSecond(1_764_000_000));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"id\": \"w\", \"status\": \"351912345678\"}",
                    "{\"id\": \"w\", \"status\": 7}",
                    "{\"status\": \"sent\"}",
                    "{\"id\": \"a\\u0000b\", \"status\": \"sent\"}",
                    "{\"id\": \"wacid.1\", \"type\": \"call\", \"status\": \"sent\"}",
                    "7",
                    "null"
                })
        void thatNamesNoMessageOrStateIsOnlyCounted(String status) {
            WebhookContent content = read(statuses(status));

            assertThat(content.updates()).isEmpty();
            assertThat(content.counts().toString())
                    .isEqualTo(status.contains("call") ? "{status.call=1}" : "{status.other=1}");
        }
    }

    @Nested
    class EverythingElse {

        @Test
        void isCountedByKindInAClosedVocabulary() {
            WebhookContent content = read(
                    """
                    {"object": "whatsapp_business_account", "entry": [
                      {"changes": [
                        {"field": "messages", "value": {"messages": [{"type": "text", "text": {"body": "STOP"}},
                          {"type": "text"}, {"type": "+351912345678"}, 7]}},
                        {"field": "account_update", "value": {}}]},
                      {"changes": [{"field": "brand_new", "value": [1]}, {"field": "user_preferences"}, null]}]}""");

            assertThat(content.updates()).isEmpty();
            assertThat(content.counts())
                    .isEqualTo(Map.of(
                            WebhookKind.message("text"), 2,
                            WebhookKind.message("?"), 2,
                            WebhookKind.field("account_update"), 1,
                            WebhookKind.field("user_preferences"), 1,
                            WebhookKind.field("?"), 2));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "{\"entry\": null}",
                    "{\"entry\": {\"changes\": 3}}",
                    "{\"entry\": \"x\"}",
                    "{\"entry\": [[[]]]}"
                })
        void mayBeOfAnyShape(String body) {
            assertThat(read(body).updates()).isEmpty();
        }
    }

    @Nested
    class OddBytes {

        @Test
        void thatAreNotUtf8DoNotHideTheStatus() {
            byte[] body = statuses("{\"id\": \"w\", \"status\": \"sent\", \"x\": \"\u00e4\"}")
                    .getBytes(ISO_8859_1);

            assertThat(WebhookReader.read(body, RECEIVED).orElseThrow().updates())
                    .hasSize(1);
        }

        @Test
        void ofAKeyGivenTwiceTheLastHolds() {
            assertThat(update("{\"id\": \"w\", \"status\": \"read\", \"status\": \"sent\"}")
                            .state())
                    .isEqualTo(MessageState.SENT);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "not JSON", "[]", "7", "{\"entry\": [", "{'a': 1}"})
        void thatAreNoJsonObjectCannotBeRead(String body) {
            assertThat(WebhookReader.read(body.getBytes(UTF_8), RECEIVED)).isEmpty();
        }

        @Test
        void nestedTooDeepCannotBeRead() {
            String deep = "{\"a\":".repeat(500_000) + "1" + "}".repeat(500_000);

            assertThat(WebhookReader.read(deep.getBytes(UTF_8), RECEIVED)).isEmpty();
        }
    }

    private static StatusUpdate update(String status) {
        List<StatusUpdate> updates = read(statuses(status)).updates();
        assertThat(updates).hasSize(1);
        return updates.get(0);
    }

    private static WebhookContent read(String body) {
        return WebhookReader.read(body.getBytes(UTF_8), RECEIVED).orElseThrow();
    }

    private static String statuses(String status) {
        return "{\"entry\": [{\"changes\": [{\"field\": \"messages\", \"value\": {\"statuses\": [" + status + "]}}]}]}";
    }
}
