package dev.sealpost.sandbox.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.testing.CloudApiClient;
import dev.sealpost.testing.OwnCloudApi;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The WhatsApp sandbox answers a stock client as Meta would")
class CloudApiTest {
    @TempDir
    static Path directory;

    static OwnCloudApi api;
    static MetaClient meta;

    @BeforeAll
    static void start() throws IOException {
        api = OwnCloudApi.start(directory);
        meta = new MetaClient(api.uri());
    }

    @AfterAll
    static void stop() throws IOException {
        api.close();
    }

    @Nested
    class Accepts {
        @Test
        void aTemplateAndKeepsItAsReceivedAndAsRendered() throws Exception {
            ObjectNode message =
                    MetaClient.orderShipped("+351 912 345 678", "Ana", "A-1001", "https://t.example/A-1001");
            var answer = meta.post(message);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().at("/messaging_product").asText()).isEqualTo("whatsapp");
            assertThat(answer.body().at("/contacts/0/input").asText()).isEqualTo("+351 912 345 678");
            assertThat(answer.body().at("/contacts/0/wa_id").asText()).isEqualTo("351912345678");
            assertThat(answer.body().at("/messages/0/message_status").asText()).isEqualTo("accepted");
            JsonNode kept = api.client().messagesTo("351912345678").get(0);
            assertThat(kept.get("id")).isEqualTo(answer.body().at("/messages/0/id"));
            assertThat(kept.get("rendered").asText())
                    .isEqualTo("Hello Ana, your order A-1001 is on its way. Follow it here: https://t.example/A-1001");
            assertThat(kept.get("body")).isEqualTo(message);
        }

        @Test
        void anIdInMetasFormWhichHoldsTheNumber() throws Exception {
            String id = meta.post(MetaClient.text("351911111111", "Hi"))
                    .body()
                    .at("/messages/0/id")
                    .asText();
            assertThat(id).startsWith("wamid.HBg");
            assertThat(new String(Base64.getDecoder().decode(id.substring(6)))).contains("351911111111");
        }

        @Test
        void aTextWithoutAType() throws Exception {
            ObjectNode message = MetaClient.text("351911111112", "Olá");
            message.remove("type");
            assertThat(meta.post(message).status()).isEqualTo(200);
            assertThat(api.client()
                            .messagesTo("351911111112")
                            .get(0)
                            .get("rendered")
                            .asText())
                    .isEqualTo("Olá");
        }

        @Test
        void nestedObjectsWrittenAsJsonStrings() throws Exception {
            ObjectNode message = MetaClient.orderShipped("351911111113", "Ana", "A-1", "https://t.example");
            ((ObjectNode) message.get("template"))
                    .put("components", message.at("/template/components").toString());
            message.put("template", message.get("template").toString());
            assertThat(meta.post(message).status()).isEqualTo(200);
        }

        @ParameterizedTest
        @CsvSource({"/v19.0/", "/v23.0/", "/v24.0/"})
        void anyVersion(String version) throws Exception {
            var answer = meta.post(
                    version + CloudApiClient.PHONE_NUMBER_ID + "/messages", MetaClient.text("351911111114", "x"));
            assertThat(answer.status()).isEqualTo(200);
        }
    }

    @Nested
    class Refuses {
        @Test
        void aWrongToken() throws Exception {
            var answer = meta.withToken("stolen").post(MetaClient.text("351922222222", "x"));
            answer.isError(401, 190);
            assertThat(api.client().messagesTo("351922222222")).isEmpty();
        }

        @Test
        void anUnknownPhoneNumberId() throws Exception {
            var answer = meta.post("/v23.0/42/messages", MetaClient.text("351922222222", "x"));
            answer.isError(400, 100);
            assertThat(answer.body().at("/error/error_subcode").intValue()).isEqualTo(33);
            assertThat(answer.body().at("/error/type").asText()).isEqualTo("GraphMethodException");
        }

        @ParameterizedTest
        @CsvSource({"messaging_product, 100", "to, 100", "text, 131008"})
        void aMissing(String field, int code) throws Exception {
            ObjectNode message = MetaClient.text("351922222222", "x");
            message.remove(field);
            meta.post(message).isError(400, code);
        }

        @Test
        void aNumberThatIsNone() throws Exception {
            meta.post(MetaClient.text("12", "x")).isError(400, 131009);
        }

        @Test
        void anUnknownTemplate() throws Exception {
            ObjectNode message = MetaClient.orderShipped("351922222222", "Ana", "A-1", "https://t.example");
            ((ObjectNode) message.get("template")).putObject("language").put("code", "tlh");
            var answer = meta.post(message);
            answer.isError(404, 132001);
            assertThat(answer.details()).isEqualTo("template name (order_shipped) does not exist in tlh");
        }

        @Test
        void aTemplateWithTooFewParameters() throws Exception {
            var answer = meta.post(MetaClient.orderShipped("351922222222", "Ana", "A-1"));
            answer.isError(400, 132000);
            assertThat(answer.details()).contains("(2)", "(3)");
        }

        @Test
        void anAuthenticationTemplateWithoutTheButtonThatCopiesItsCode() throws Exception {
            ObjectNode message = MetaClient.orderShipped("351922222222", "048213");
            ObjectNode template = ((ObjectNode) message.get("template")).put("name", "sign_in_code");
            meta.post(message).isError(400, 131008);

            ObjectNode button = ((ArrayNode) template.get("components"))
                    .addObject()
                    .put("type", "button")
                    .put("sub_type", "url")
                    .put("index", "0");
            button.putArray("parameters").addObject().put("type", "text").put("text", "048213");
            assertThat(meta.post(message).status()).isEqualTo(200);
        }

        @Test
        void anEmptyParameter() throws Exception {
            meta.post(MetaClient.orderShipped("351922222222", "", "A-1", "x")).isError(400, 132012);
        }

        @ParameterizedTest
        @CsvSource({"image, 131008", "telegram, 100"})
        void theType(String type, int code) throws Exception {
            meta.post(MetaClient.text("351922222222", "x").put("type", type)).isError(400, code);
        }

        @Test
        void callbackDataOfMoreThan512Characters() throws Exception {
            ObjectNode message = MetaClient.text("351922222222", "x");
            meta.post(message.put("biz_opaque_callback_data", "x".repeat(513))).isError(400, 100);
        }

        @Test
        void whatIsNoJsonObject() throws Exception {
            meta.postRaw("[1]").isError(400, 100);
            meta.postRaw("{").isError(400, 100);
            meta.postRaw("").isError(400, 100);
        }

        @Test
        void aBodyOfMoreThanOneMegabyte() throws Exception {
            assertThat(meta.postRaw("x".repeat((1 << 20) + 1)).status()).isEqualTo(413);
        }

        @Test
        void anotherPath() throws Exception {
            meta.post("/v23.0/x", MetaClient.text("351922222222", "x")).isError(400, 100);
            meta.post("/v23.0/1/x", MetaClient.text("351922222222", "x")).isError(400, 2500);
        }
    }

    @Nested
    @DisplayName("A recipient whose number ends in")
    class MagicNumbers {
        @ParameterizedTest(name = "{0} gets that error with status {1}")
        @CsvSource({
            "131026, 400",
            "000190, 401",
            "130429, 429",
            "131056, 400",
            "000002, 503",
            "132001, 404",
            "131031, 403"
        })
        void anErrorCode(String code, int status) throws Exception {
            String to = "351900" + code;
            meta.post(MetaClient.text(to, "x")).isError(status, Integer.parseInt(code));
            assertThat(api.client().messagesTo(to)).isEmpty();
            assertThat(api.client().refusedTo(to).get(0).get("answer").asText())
                    .isEqualTo(Integer.toString(Integer.parseInt(code)));
        }

        @Test
        @DisplayName("000200 receives the message and answers an empty 200")
        void empty200() throws Exception {
            var answer = meta.post(MetaClient.text("351900000200", "x"));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).isEmpty();
            assertThat(api.client().messagesTo("351900000200")).hasSize(1);
        }

        @Test
        @DisplayName("000408 never answers and receives nothing")
        void silence() {
            assertThatThrownBy(() -> meta.within(Duration.ofMillis(300)).post(MetaClient.text("351900000408", "x")))
                    .isInstanceOf(HttpTimeoutException.class);
            assertThat(api.client().messagesTo("351900000408")).isEmpty();
            assertThat(api.client().refusedTo("351900000408")).hasSize(1);
        }

        @Test
        @DisplayName("000500 receives the message and breaks the connection")
        void broken() {
            assertThatThrownBy(() -> meta.post(MetaClient.text("351900000500", "x")))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(HttpTimeoutException.class);
            assertThat(api.client().messagesTo("351900000500")).hasSize(1);
        }
    }
}
