package dev.sealpost.sandbox.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import dev.sealpost.testing.OwnCloudApi;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The WhatsApp sandbox checks each type of message as Meta does")
class MessageTypesTest {
    @TempDir
    static Path directory;

    static WebhookReceiver business;
    static OwnCloudApi api;
    static MetaClient meta;

    @BeforeAll
    static void start() throws IOException {
        business = new WebhookReceiver();
        api = OwnCloudApi.start(directory, 0, Optional.of(business.uri()));
        meta = new MetaClient(api.uri());
    }

    @AfterAll
    static void stop() throws IOException {
        api.close();
        business.close();
    }

    @ParameterizedTest(name = "{0} {1}: {2} {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "location    | {'latitude':91,'longitude':1}                     | 131009 | latitude must be a number",
                "location    | {'latitude':1}                                    | 131008 | location.longitude",
                "contacts    | [{'name':{'formatted_name':'Ana'}}]               | 131008 | contacts[].name.",
                "contacts    | [{'name':{'first_name':'Ana'}}]                   | 131008 | formatted_name",
                "reaction    | {'emoji':'x'}                                     | 131008 | reaction.message_id",
                "image       | {'caption':'x'}                                   | 131008 | image.link",
                "image       | {'id':'42'}                                       | 100    | ",
                "interactive | {'type':'wheel'}                                  | 131009 | interactive.type must be one of",
                "interactive | {'type':'button','body':{'text':'x'},'action':{}} | 131008 | interactive.action.buttons",
                "interactive | {'type':'button','body':{'text':'x'},'action':{'buttons':[{'type':'reply','reply':{'id':'1',"
                        + "'title':'123456789012345678901'}}]}} | 131009 | title length invalid. Min length: 1, Max length: 20",
                "interactive | {'type':'list','body':{'text':'x'},'action':{'button':'x','sections':[{'rows':[]}]}}"
                        + " | 131008 | interactive.action.sections[].rows",
                "interactive | {'type':'cta_url','body':{'text':'x'},'action':{'name':'cta_url','parameters':{'url':'u'}}}"
                        + " | 131008 | display_text",
                "interactive | {'type':'flow','body':{'text':'x'},'action':{'name':'flow','parameters':"
                        + "{'flow_message_version':'3','flow_cta':'x'}}} | 131008 | flow_name",
                "interactive | {'type':'product_list','body':{'text':'x'},'action':{}} | 131008 | interactive.header",
                "interactive | {'type':'product','action':{'catalog_id':'1'}}    | 131008 | product_retailer_id"
            })
    void refuses(String type, String content, int code, String details) throws Exception {
        var answer = meta.post(message(type, content));
        answer.isError(400, code);
        assertThat(answer.details()).contains(details == null ? "" : details);
    }

    @ParameterizedTest
    @CsvSource({"telegram, 100", "'', 131008"})
    void aTypeThatIsNone(String type, int code) throws Exception {
        ObjectNode message = envelope().put("type", type);
        meta.post(message).isError(400, code);
    }

    @Test
    void aMessageToTheSenderItself() throws Exception {
        meta.post(MetaClient.text("15550000001", "x")).isError(400, 131021);
    }

    @Test
    void readReceiptsAndTypingAreOnRecord() throws Exception {
        ObjectNode receipt = Json.object().put("messaging_product", "whatsapp").put("status", "read");
        meta.post(receipt).isError(400, 131008);
        receipt.put("message_id", "wamid.x").putObject("typing_indicator").put("type", "text");
        assertThat(meta.post(receipt).text()).isEqualTo("{\"success\":true}");
        assertThat(api.client().call("GET", "receipts", "").body())
                .contains("\"messageId\":\"wamid.x\"", "\"typing\":true");
    }

    @Test
    void aUserIdInPlaceOfANumber() throws Exception {
        ObjectNode message = MetaClient.orderShipped("", "Ana", "A-1", "https://t.example");
        message.remove("to");
        message.put("recipient", "US.13491208655302741918");
        var answer = meta.post(message);

        assertThat(answer.body().at("/contacts/0/user_id").asText()).isEqualTo("US.13491208655302741918");
        assertThat(answer.body().at("/contacts/0").has("wa_id")).isFalse();
        JsonNode status = status(answer.body().at("/messages/0/id").asText());
        assertThat(status.get("recipient_user_id").asText()).isEqualTo("US.13491208655302741918");
        assertThat(status.has("recipient_id")).isFalse();

        ((ObjectNode) message.get("template")).put("name", "sign_in_code");
        meta.post(message).isError(400, 131062);
        meta.post(message.put("recipient", "nobody")).isError(400, 131009);
    }

    @ParameterizedTest
    @CsvSource({
        "+55 31 9 8765-4321, 553187654321",
        "+55 11 9 8765-4321, 5511987654321",
        "+54 11 2345-6789, 5491123456789",
        "+54 9 11 2345-6789, 5491123456789"
    })
    void theWhatsAppIdOfANumberInBrazilAndArgentina(String to, String waId) throws Exception {
        var answer = meta.post(MetaClient.orderShipped(to, "Ana", "A-1", "https://t.example"));
        assertThat(answer.body().at("/contacts/0/input").asText()).isEqualTo(to);
        assertThat(answer.body().at("/contacts/0/wa_id").asText()).isEqualTo(waId);
        assertThat(status(answer.body().at("/messages/0/id").asText())
                        .get("recipient_id")
                        .asText())
                .isEqualTo(waId);
    }

    @Nested
    @DisplayName("The window to write freely")
    class Window {
        @Test
        void isClosedUntilThePersonWritesAndThenTheStatusFails() throws Exception {
            String early = id(meta.post(MetaClient.text("351911555001", "x")));
            await().until(() -> business.statusesOf(early), List.of("sent", "failed")::equals);

            api.client().personWrites("351911555001", "Hi");
            String late = id(meta.post(MetaClient.text("351911555001", "x")));
            await().until(() -> business.statusesOf(late).contains("read"));
        }

        @Test
        void canRefuseAtOnceOrBeOff() throws Exception {
            window("{\"enforced\":\"answer\"}");
            meta.post(MetaClient.text("351911555002", "x")).isError(400, 131047);
            window("{\"enforced\":\"off\"}");
            String id = id(meta.post(MetaClient.text("351911555002", "x")));
            await().until(() -> business.statusesOf(id).contains("read"));
            window("{}");
        }

        private void window(String setting) {
            assertThat(api.client().call("POST", "window", setting).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void errorsOfMagicRecipientsByWebhookWhenToldTo() throws Exception {
        api.client().order("{\"kind\":\"webhook-error\"}");
        String id = id(meta.post(MetaClient.orderShipped("351911131049", "Ana", "A-1", "https://t.example")));
        api.client().clearFaults();
        await().until(() -> business.statusesOf(id), List.of("sent", "failed")::equals);
    }

    @Test
    void statusesTellConversationPriceAndContact() throws Exception {
        String id = id(meta.post(MetaClient.orderShipped("351911555003", "Ana", "A-1", "https://t.example")));
        JsonNode sent = status(id);
        assertThat(sent.at("/pricing/category").asText()).isEqualTo("utility");
        assertThat(sent.at("/pricing/billable").asBoolean()).isTrue();
        assertThat(sent.at("/conversation/id").asText()).hasSize(32);
        assertThat(sent.at("/conversation/expiration_timestamp").asText()).matches("\\d{10}");
        assertThat(business.deliveries)
                .anySatisfy(delivery -> assertThat(delivery.value().get("contacts"))
                        .anySatisfy(contact ->
                                assertThat(contact.path("wa_id").asText()).isEqualTo("351911555003")));
    }

    private static JsonNode status(String id) {
        await().until(() -> !business.statusesOf(id).isEmpty());
        return business.statuses()
                .filter(status -> status.get("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String id(MetaClient.Answer answer) throws IOException {
        return answer.body().at("/messages/0/id").asText();
    }

    private static ObjectNode message(String type, String content) throws IOException {
        ObjectNode message = envelope().put("type", type);
        message.set(type, Json.MAPPER.readTree(content.replace('\'', '"')));
        return message;
    }

    private static ObjectNode envelope() {
        return Json.object().put("messaging_product", "whatsapp").put("to", "351912345678");
    }
}
