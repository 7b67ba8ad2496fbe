package dev.sealpost.whatsapp.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.message.MessageId;
import dev.sealpost.whatsapp.cloudapi.Mutations;
import dev.sealpost.whatsapp.notice.InboundMessage;
import dev.sealpost.whatsapp.notice.Notice;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.provider.MethodSource;

class WebhookReaderFuzzTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-24T12:00:00Z");
    private static final MessageId ID = MessageId.next();

    @MethodSource("brokenWebhooks")
    @FuzzTest(maxDuration = "10s")
    void anyBodyIsReadOrNotButNeverAnError(byte[] body) {
        read(body);
    }

    @Test
    @EnabledIfSystemProperty(
            named = "test.fuzz.runs",
            matches = "\\d+",
            disabledReason = "the long form, in the profile campaign")
    void aMillionBrokenBodiesAreReadOrNotButNeverAnError() {
        brokenWebhooks(Integer.getInteger("test.fuzz.runs")).forEach(WebhookReaderFuzzTest::read);
    }

    private static void read(byte[] body) {
        WebhookReader.read(body, RECEIVED).ifPresent(content -> {
            assertThat(content.updates())
                    .allSatisfy(update -> assertThat(update.channelId()).isNotBlank());
            content.notices().forEach(WebhookReaderFuzzTest::tell);
        });
    }

    private static void tell(Notice notice) {
        if (notice instanceof InboundMessage message) {
            ObjectNode event = JsonNodeFactory.instance.objectNode();
            message.content().tell(event, null);
            assertThat(event.toString()).doesNotContain("\\u0000");
            assertThat(message.from().all()).isNotEmpty();
        }
    }

    static Stream<byte[]> brokenWebhooks() {
        return brokenWebhooks(400);
    }

    private static Stream<byte[]> brokenWebhooks(int count) {
        return Mutations.of(
                count,
                statuses(
                        "{\"id\": \"wamid.1\", \"status\": \"failed\", \"timestamp\": \"1\", \"errors\": [{\"code\": 1}],"
                                + " \"recipient_id\": \"351912345678\", \"recipient_user_id\": \"PT.1\","
                                + " \"biz_opaque_callback_data\": \"" + ID + "\"}"),
                messages("\"type\": \"text\", \"text\": {\"body\": \"Hi\"}, \"context\": {\"id\": \"w\"}"),
                messages("\"type\": \"image\", \"image\": {\"id\": \"1\", \"mime_type\": \"image/jpeg\"}"),
                messages(
                        "\"type\": \"interactive\", \"interactive\": {\"type\": \"list_reply\", \"list_reply\": {\"id\": 1}}"),
                messages("\"type\": \"order\", \"order\": {\"product_items\": [{\"quantity\": 2}]}"),
                messages(
                        "\"type\": \"edit\", \"edit\": {\"message\": {\"type\": \"text\", \"text\": {\"body\": \"x\"}}}"),
                messages(
                        "\"type\": \"system\", \"system\": {\"type\": \"user_changed_number\", \"wa_id\": \"351912345679\"}"),
                field(
                        "user_preferences",
                        "\"user_preferences\": [{\"wa_id\": \"351912345678\", \"category\": \"marketing_messages\","
                                + " \"value\": \"stop\", \"timestamp\": 1764000000}]"),
                field(
                        "user_id_update",
                        "\"user_id_update\": [{\"user_id\": {\"previous\": \"PT.1\", \"current\": \"PT.2\"}}]"),
                field(
                        "account_update",
                        "\"event\": \"DISABLED_UPDATE\", \"ban_info\": {\"waba_ban_state\": \"DISABLE\"}"));
    }

    private static String messages(String message) {
        return field(
                "messages",
                "\"contacts\": [{\"wa_id\": \"351912345678\", \"user_id\": \"PT.1\"}], \"metadata\":"
                        + " {\"phone_number_id\": \"1\"}, \"messages\": [{\"from\": \"351912345678\", \"id\": \"wamid.1\","
                        + " \"timestamp\": \"1764000000\", " + message + "}]");
    }

    private static String statuses(String status) {
        return field("messages", "\"statuses\": [" + status + "]");
    }

    private static String field(String name, String value) {
        return "{\"entry\": [{\"id\": \"2\", \"changes\": [{\"field\": \"" + name + "\", \"value\": {" + value
                + "}}]}]}";
    }
}
