package dev.sealpost.whatsapp.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.sealpost.message.MessageId;
import dev.sealpost.whatsapp.cloudapi.Mutations;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class WebhookReaderFuzzTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-24T12:00:00Z");
    private static final MessageId ID = MessageId.next();

    @MethodSource("brokenWebhooks")
    @FuzzTest(maxDuration = "10s")
    void anyBodyIsReadOrNotButNeverAnError(byte[] body) {
        WebhookReader.read(body, RECEIVED).ifPresent(content -> assertThat(content.updates())
                .allSatisfy(update -> assertThat(update.channelId()).isNotBlank()));
    }

    static Stream<byte[]> brokenWebhooks() {
        return Mutations.of(
                300,
                statuses(
                        "{\"id\": \"wamid.1\", \"status\": \"failed\", \"timestamp\": \"1\", \"errors\": [{\"code\": 1}],"
                                + " \"biz_opaque_callback_data\": \"" + ID + "\"}"),
                "{\"entry\": [{\"changes\": [{\"field\": \"messages\", \"value\": {\"messages\": [{\"type\": \"text\"}]}}]}]}");
    }

    private static String statuses(String status) {
        return "{\"entry\": [{\"changes\": [{\"field\": \"messages\", \"value\": {\"statuses\": [" + status + "]}}]}]}";
    }
}
