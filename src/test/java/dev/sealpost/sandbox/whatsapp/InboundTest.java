package dev.sealpost.sandbox.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import dev.sealpost.testing.CloudApiClient;
import dev.sealpost.testing.OwnCloudApi;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The WhatsApp sandbox tells the business what people and Meta have to say")
class InboundTest {
    @TempDir
    static Path directory;

    static WebhookReceiver business;
    static OwnCloudApi api;

    @BeforeAll
    static void start() throws IOException {
        business = new WebhookReceiver();
        api = OwnCloudApi.start(directory, 0, Optional.of(business.uri()));
    }

    @AfterAll
    static void stop() throws IOException {
        api.close();
        business.close();
    }

    @BeforeEach
    void clear() {
        business.deliveries.clear();
    }

    @Test
    void anyTypeOfMessageWithMetasFieldsAndTheMessageItAnswers() throws Exception {
        inbound(
                """
                {"from":"+351 912 345 678","contextId":"wamid.x","message":{"type":"interactive","interactive":
                {"type":"button_reply","button_reply":{"id":"cancel","title":"Cancel"}}}}""");

        JsonNode value = value();
        JsonNode message = value.at("/messages/0");
        assertThat(message.get("type").asText()).isEqualTo("interactive");
        assertThat(message.at("/interactive/button_reply/id").asText()).isEqualTo("cancel");
        assertThat(message.get("from").asText()).isEqualTo("351912345678");
        assertThat(message.get("id").asText()).startsWith("wamid.HBg");
        assertThat(message.at("/context/id").asText()).isEqualTo("wamid.x");
        assertThat(message.at("/context/from").asText()).isEqualTo("15550000001");
        assertThat(value.at("/contacts/0/wa_id").asText()).isEqualTo("351912345678");
    }

    @Test
    void onlyAUserIdWithoutANumber() throws Exception {
        inbound("{\"userId\":\"US.13491208655302741918\",\"text\":\"Hi\"}");

        JsonNode value = value();
        assertThat(value.at("/messages/0/from_user_id").asText()).isEqualTo("US.13491208655302741918");
        assertThat(value.at("/contacts/0/user_id").asText()).isEqualTo("US.13491208655302741918");
        assertThat(value.at("/messages/0").has("from")).isFalse();
        assertThat(value.at("/contacts/0").has("wa_id")).isFalse();
    }

    @Test
    void aSystemMessageWithoutContacts() throws Exception {
        inbound(
                """
                {"from":"351912345678","message":{"type":"system","system":
                {"body":"changed","wa_id":"351912345679","type":"user_changed_number"}}}""");
        assertThat(value().has("contacts")).isFalse();
    }

    @Test
    void toAnotherNumberOfTheAccount() throws Exception {
        inbound("{\"from\":\"351912345678\",\"text\":\"Hi\",\"phoneNumberId\":\"100000000000002\"}");
        JsonNode metadata = value().get("metadata");
        assertThat(metadata.get("phone_number_id").asText()).isEqualTo("100000000000002");
        assertThat(metadata.get("display_phone_number").asText()).isEqualTo("15550000002");
    }

    @Test
    void anyOtherChangeJustAsItIs() throws Exception {
        String value = "{\"event\":\"DISABLED_UPDATE\",\"ban_info\":{\"waba_ban_state\":\"DISABLE\"}}";
        assertThat(post("webhooks", "{\"field\":\"account_update\",\"value\":%s}".formatted(value)))
                .isEqualTo(200);

        await().until(() -> business.deliveries.size() == 1);
        JsonNode entry = Json.MAPPER.readTree(business.deliveries.get(0).raw()).at("/entry/0");
        assertThat(entry.get("id").asText()).isEqualTo(CloudApiClient.ACCOUNT_ID);
        assertThat(entry.at("/changes/0/field").asText()).isEqualTo("account_update");
        assertThat(entry.at("/changes/0/value")).isEqualTo(Json.MAPPER.readTree(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\":\"Hi\"}",
                "{\"from\":\"12\",\"text\":\"Hi\"}",
                "{\"from\":\"351912345678\"}",
                "{\"from\":\"351912345678\",\"text\":\"Hi\",\"message\":{\"type\":\"text\"}}",
                "{\"from\":\"351912345678\",\"message\":{}}",
                "{\"from\":\"351912345678\",\"text\":\"Hi\",\"phoneNumberId\":\"1\"}"
            })
    void butNotWhatNobodyCouldWrite(String request) {
        assertThat(post("inbound", request)).isEqualTo(400);
    }

    private static void inbound(String request) {
        assertThat(post("inbound", request)).isEqualTo(200);
    }

    private static int post(String path, String request) {
        return api.client().call("POST", path, request).statusCode();
    }

    private static JsonNode value() {
        await().until(() -> business.deliveries.size() == 1);
        return business.deliveries.get(0).value();
    }
}
