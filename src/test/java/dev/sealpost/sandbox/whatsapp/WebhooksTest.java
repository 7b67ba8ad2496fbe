package dev.sealpost.sandbox.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.sandbox.whatsapp.WebhookReceiver.Delivery;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import dev.sealpost.sandbox.whatsapp.wire.Signature;
import dev.sealpost.testing.CloudApiClient;
import dev.sealpost.testing.OwnCloudApi;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The WhatsApp sandbox tells the business what became of a message")
class WebhooksTest {
    @TempDir
    Path directory;

    WebhookReceiver business;
    OwnCloudApi api;
    MetaClient meta;

    @BeforeEach
    void start() throws IOException {
        business = new WebhookReceiver();
        api = OwnCloudApi.start(directory, 0, Optional.of(business.uri()));
        meta = new MetaClient(api.uri());
    }

    @AfterEach
    void stop() throws IOException {
        api.close();
        business.close();
    }

    @Test
    void sentThenDeliveredThenReadWithTheCallbackData() throws Exception {
        String id = send("351912345678", "opaque-1");

        await().until(() -> business.statusesOf(id), List.of("sent", "delivered", "read")::equals);
        assertThat(business.statuses()).allSatisfy(status -> {
            assertThat(status.get("biz_opaque_callback_data").asText()).isEqualTo("opaque-1");
            assertThat(status.get("recipient_id").asText()).isEqualTo("351912345678");
            assertThat(status.get("timestamp").asText()).matches("\\d{10}");
        });
        JsonNode metadata = business.deliveries.get(0).value().get("metadata");
        assertThat(metadata.get("phone_number_id").asText()).isEqualTo(CloudApiClient.PHONE_NUMBER_ID);
    }

    @Test
    void inboundTextsAreEscapedAsMetaDoesAndSignedOverTheRawBytes() {
        api.client().personWrites("+351 912 345 678", "Olá, 1/2 \uD83D\uDC4D");

        await().until(() -> business.deliveries.size() == 1);
        Delivery delivery = business.deliveries.get(0);
        assertThat(delivery.text()).contains("Ol\\u00e1, 1\\/2 \\ud83d\\udc4d");
        assertThat(delivery.signature()).isEqualTo(Signature.of(delivery.raw(), CloudApiClient.APP_SECRET));
        JsonNode message = delivery.value().at("/messages/0");
        assertThat(message.at("/text/body").asText()).isEqualTo("Olá, 1/2 \uD83D\uDC4D");
        assertThat(message.get("from").asText()).isEqualTo("351912345678");
        assertThat(delivery.value().at("/contacts/0/wa_id").asText()).isEqualTo("351912345678");
    }

    @Test
    void againAndAgainUntilItIsAnswered200() throws Exception {
        business.answerWith(503);
        String id = send("351912345678", "opaque-1");
        await().until(() ->
                business.statusesOf(id).stream().filter("sent"::equals).count() > 2);

        business.answerWith(200);
        await().untilAsserted(() -> assertThat(pending()).isZero());
        int told = business.statusesOf(id).size();
        assertThat(business.statusesOf(id)).contains("sent", "delivered", "read");
        await().during(java.time.Duration.ofMillis(600))
                .until(() -> business.statusesOf(id).size() == told);
    }

    @Test
    void manyStatusesInOneBodyWhenBusy() throws Exception {
        api.client().order("{\"kind\":\"hold-statuses\"}");
        var ids = new ArrayList<String>();
        for (int i = 0; i < 60; i++) {
            ids.add(send("3519123456" + (10 + i), "opaque-" + i));
        }
        await().during(java.time.Duration.ofMillis(1200)).until(() -> business.deliveries.isEmpty());

        api.client().clearFaults();
        await().until(() -> business.statuses().count() == 180);
        assertThat(business.deliveries).hasSizeLessThan(20);
        assertThat(ids)
                .allSatisfy(id -> assertThat(business.statusesOf(id)).containsOnlyOnce("sent", "delivered", "read"));
    }

    @Test
    @DisplayName("duplicated and in the wrong order for a number that ends in 000999")
    void duplicatedAndReordered() throws Exception {
        String id = send("351912000999", "opaque-1");
        await().until(() -> business.statusesOf(id).size() == 6);
        assertThat(business.statusesOf(id))
                .containsExactlyInAnyOrder("sent", "sent", "delivered", "delivered", "read", "read")
                .startsWith("read")
                .endsWith("sent");
    }

    @Test
    void failedWithItsErrorWhenToldTo() throws Exception {
        api.client().order("{\"kind\":\"failed-status\",\"code\":131026,\"count\":1}");
        String id = send("351912345678", "opaque-1");

        await().until(() -> business.statusesOf(id), List.of("sent", "failed")::equals);
        JsonNode failed = business.statuses()
                .filter(status -> status.has("errors"))
                .findFirst()
                .orElseThrow();
        assertThat(failed.at("/errors/0/code").intValue()).isEqualTo(131026);
        assertThat(failed.at("/errors/0/title").asText()).isEqualTo("Message undeliverable");
    }

    @Test
    void pendingOnesAfterARestartAndOnlyThose() throws Exception {
        String told = send("351912345678", "opaque-1");
        await().until(() -> business.statusesOf(told).size() == 3 && pending() == 0);
        business.answerWith(500);
        String untold = send("351912345679", "opaque-2");
        await().until(() -> !business.statusesOf(untold).isEmpty());
        api.close();
        business.deliveries.clear();
        business.answerWith(200);

        api = OwnCloudApi.start(directory, 0, Optional.of(business.uri()));
        await().untilAsserted(() ->
                assertThat(business.statusesOf(untold)).containsExactlyInAnyOrder("sent", "delivered", "read"));
        assertThat(business.statusesOf(told)).isEmpty();
        assertThat(api.client().messages())
                .extracting(message -> message.get("id").asText())
                .containsExactly(told, untold);
    }

    private String send(String to, String callback) throws Exception {
        var message = MetaClient.orderShipped(to, "Ana", "A-1", "https://t.example")
                .put("biz_opaque_callback_data", callback);
        return meta.post(message).body().at("/messages/0/id").asText();
    }

    private int pending() throws IOException {
        JsonNode health =
                Json.MAPPER.readTree(api.client().call("GET", "health", "").body());
        return health.at("/pendingWebhooks/" + CloudApiClient.PHONE_NUMBER_ID).intValue();
    }
}
