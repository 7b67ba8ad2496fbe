package dev.sealpost.sandbox.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import dev.sealpost.sandbox.whatsapp.wire.Signature;
import dev.sealpost.testing.CloudApiClient;
import dev.sealpost.testing.OwnCloudApi;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The WhatsApp sandbox knows the Graph API beside sending")
class GraphApiTest {
    static final String NUMBER = "/v23.0/" + CloudApiClient.PHONE_NUMBER_ID;
    static final String TEMPLATES = "/v23.0/" + CloudApiClient.ACCOUNT_ID + "/message_templates";

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

    @ParameterizedTest
    @CsvSource({"/v23.0/42, 100", "/v23.0/42/settings, 100", "/v23.0/42/media, 100", "/v23.0/42/poems, 2500"})
    void unknownObjectsAndEdges(String path, int code) throws Exception {
        meta.get(path).isError(400, code);
    }

    @Test
    void aNumberWithTheWantedFieldsOnly() throws Exception {
        JsonNode number = meta.get(NUMBER + "?fields=quality_rating,throughput%7Blevel%7D")
                .body();
        assertThat(number.toString())
                .isEqualTo(
                        "{\"quality_rating\":\"GREEN\",\"id\":\"100000000000001\",\"throughput\":{\"level\":\"STANDARD\"}}");
    }

    @Test
    void theAccountAndItsTemplatesByTheirIds() throws Exception {
        assertThat(meta.get("/v23.0/" + CloudApiClient.ACCOUNT_ID)
                        .body()
                        .get("id")
                        .asText())
                .isEqualTo(CloudApiClient.ACCOUNT_ID);
        JsonNode template = meta.get(TEMPLATES + "?name=hello_world").body().at("/data/0");
        assertThat(meta.get("/v23.0/" + template.get("id").asText()).body()).isEqualTo(template);
    }

    @Test
    void localStorageSurvivesARestart() throws Exception {
        assertThat(meta.get(NUMBER + "/settings")
                        .body()
                        .at("/storage_configuration/status")
                        .asText())
                .isEqualTo("DEFAULT");
        settings("{\"status\":\"IN_COUNTRY_STORAGE_ENABLED\"}").isError(400, 100);
        settings("{\"status\":\"IN_COUNTRY_STORAGE_ENABLED\",\"data_localization_region\":\"DE\"}");
        api.close();
        api = OwnCloudApi.start(directory, 0, Optional.of(business.uri()));
        meta = new MetaClient(api.uri());
        assertThat(meta.get(NUMBER + "/settings").text())
                .contains("\"status\":\"IN_COUNTRY_STORAGE_ENABLED\",\"data_localization_region\":\"DE\"");
    }

    private static MetaClient.Answer settings(String storage) throws Exception {
        ObjectNode settings = Json.object();
        settings.set("storage_configuration", Json.MAPPER.readTree(storage));
        return meta.post(NUMBER + "/settings", settings);
    }

    @Test
    void aDeregisteredNumberSendsNothingUntilItIsRegisteredWithItsPin() throws Exception {
        String number = "/v23.0/100000000000002";
        ObjectNode register = Json.object().put("messaging_product", "whatsapp").put("pin", "123456");
        assertThat(meta.post(number + "/register", register).status()).isEqualTo(200);
        assertThat(meta.post(number + "/deregister", Json.object()).status()).isEqualTo(200);
        ObjectNode message = MetaClient.orderShipped("351912345678", "Ana", "A-1", "https://t.example");
        meta.post(number + "/messages", message).isError(400, 133010);
        meta.post(number + "/register", register.put("pin", "654321")).isError(400, 133005);
        meta.post(number + "/register", register.put("pin", "123456"));
        assertThat(meta.post(number + "/messages", message).status()).isEqualTo(200);
    }

    @Test
    void theProofOfTheAppSecretIsCheckedWhenGivenAndRequiredWhenSwitchedOn() throws Exception {
        String proof = Signature.hex(CloudApiClient.TOKEN, CloudApiClient.APP_SECRET);
        assertThat(meta.get(NUMBER + "?appsecret_proof=00").text()).contains("Invalid appsecret_proof");
        app("{\"requireProof\":true}");
        assertThat(meta.get(NUMBER).text()).contains("API calls from the server require an appsecret_proof argument");
        assertThat(meta.get(NUMBER + "?appsecret_proof=" + proof).status()).isEqualTo(200);
        app("{}");
    }

    @Test
    void aTokenThatExpired() throws Exception {
        String debug = "/debug_token?input_token=" + CloudApiClient.TOKEN;
        assertThat(meta.get(debug).body().at("/data/expires_at").asLong()).isZero();
        app("{\"tokenExpiresAt\":4102444800}");
        assertThat(meta.get(debug).body().at("/data/expires_at").asLong()).isEqualTo(4102444800L);
        app("{\"tokenExpiresAt\":1}");
        assertThat(meta.get(NUMBER).body().at("/error/error_subcode").asInt()).isEqualTo(463);
        app("{}");
    }

    private static void app(String switches) {
        assertThat(api.client().call("POST", "app", switches).statusCode()).isEqualTo(200);
    }

    @Nested
    class Templates {
        @Test
        void byNamePageByPageAndWithTheWantedFields() throws Exception {
            JsonNode named = meta.get(TEMPLATES + "?name=order_shipped&fields=language,status")
                    .body();
            assertThat(named.at("/data")).hasSize(2);
            assertThat(named.at("/data/0/status").asText()).isEqualTo("APPROVED");
            assertThat(named.at("/data/0").has("components")).isFalse();

            JsonNode first = meta.get(TEMPLATES + "?limit=2").body();
            JsonNode second = meta.get(path(first.at("/paging/next"))).body();
            assertThat(first.at("/data")).hasSize(2);
            assertThat(second.at("/data")).hasSize(2).doesNotContainAnyElementsOf(first.at("/data"));
            assertThat(meta.get(path(second.at("/paging/previous"))).body().get("data"))
                    .isEqualTo(first.get("data"));
        }

        private static String path(JsonNode address) {
            URI uri = URI.create(address.asText());
            return uri.getRawPath() + "?" + uri.getRawQuery();
        }

        @Test
        void madeUsedPausedAndDeleted() throws Exception {
            ObjectNode template = (ObjectNode)
                    Json.MAPPER.readTree(
                            """
                    {"name":"renewal","language":"en","category":"UTILITY","components":[
                    {"type":"BODY","text":"Your contract ends on {{1}}."}]}""");
            JsonNode made = meta.post(TEMPLATES, template).body();
            assertThat(made.get("status").asText()).isEqualTo("APPROVED");
            meta.post(TEMPLATES, template).isError(400, 100);
            assertThat(meta.post(renewal("1 May")).status()).isEqualTo(200);

            assertThat(api.client()
                            .call("POST", "templates", "{\"name\":\"renewal\",\"status\":\"PAUSED\"}")
                            .statusCode())
                    .isEqualTo(200);
            meta.post(renewal("1 May")).isError(400, 132015);
            await().until(() -> business.deliveries.stream()
                    .anyMatch(delivery -> delivery.text().contains("message_template_status_update")
                            && delivery.text().contains("\"event\":\"PAUSED\"")));

            assertThat(meta.delete(TEMPLATES + "?name=renewal").text()).isEqualTo("{\"success\":true}");
            meta.post(renewal("1 May")).isError(404, 132001);
            meta.delete(TEMPLATES + "?name=renewal").isError(400, 100);
        }

        private static ObjectNode renewal(String date) {
            ObjectNode message = MetaClient.orderShipped("351912345678", date);
            ((ObjectNode) message.get("template")).put("name", "renewal");
            return message;
        }

        @ParameterizedTest(name = "{0} with {1}: {2}")
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                nullValues = "-",
                value = {
                    "order_delayed | [HEAD,NAMED,URL] | - | -",
                    "order_delayed | [NAMED,URL]      | 132000 | header: number of localizable_params (0)",
                    "order_delayed | [HEAD,NAMED]     | 131008 | Button at index 2 of type URL requires a parameter",
                    "order_delayed | [HEAD,POSITIONAL,URL] | 132012 | parameter_name '' is not a variable",
                    "spring_offer  | [IMAGE,THREE,CODE]    | - | -",
                    "spring_offer  | [THREE,CODE]     | 132012 | expected IMAGE, received UNKNOWN",
                    "spring_offer  | [PLACE,THREE,CODE]    | 132012 | expected IMAGE, received LOCATION",
                    "spring_offer  | [IMAGE,THREE]    | 131008 | Button at index 0 of type COPY_CODE",
                    "spring_offer  | [IMAGE,THREE,CODE,URL] | 132012 | no button",
                    "pick_up       | [PLACE,ONE]      | - | -",
                    "feedback      | [ONE,FLOW]       | - | -",
                    "feedback      | [ONE,CODE]       | 132012 | is of type FLOW, not copy_code"
                })
        void filledRightlyOrNot(String name, String components, Integer code, String details) throws Exception {
            ObjectNode message = MetaClient.orderShipped("351912345678", "x");
            ObjectNode template = (ObjectNode) message.get("template");
            template.put("name", name).put("components", components(components));
            var answer = meta.post(message);
            if (code == null) {
                assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            } else {
                answer.isError(400, code);
                assertThat(answer.details()).contains(details);
            }
        }

        private static String components(String names) {
            String text = "{'type':'text','text':'x'}";
            return names.replace(
                            "HEAD",
                            "{'type':'header','parameters':[{'type':'text','parameter_name':'order_number','text':'x'}]}")
                    .replace(
                            "NAMED",
                            "{'type':'body','parameters':[{'type':'text','parameter_name':'new_date','text':'x'},"
                                    + "{'type':'text','parameter_name':'first_name','text':'x'}]}")
                    .replace("POSITIONAL", "{'type':'body','parameters':[" + text + "," + text + "]}")
                    .replace("THREE", "{'type':'body','parameters':[" + text + "," + text + "," + text + "]}")
                    .replace("ONE", "{'type':'body','parameters':[" + text + "]}")
                    .replace("URL", "{'type':'button','sub_type':'url','index':3,'parameters':[" + text + "]}")
                    .replace(
                            "IMAGE",
                            "{'type':'header','parameters':[{'type':'image','image':{'link':'https://x.example'}}]}")
                    .replace(
                            "PLACE",
                            "{'type':'header','parameters':[{'type':'location','location':{'latitude':1,'longitude':1}}]}")
                    .replace(
                            "CODE",
                            "{'type':'button','sub_type':'copy_code','index':0,'parameters':"
                                    + "[{'type':'coupon_code','coupon_code':'x'}]}")
                    .replace(
                            "FLOW",
                            "{'type':'button','sub_type':'flow','index':'0','parameters':[{'type':'action','action':{}}]}")
                    .replace("'index':3", names.contains("HEAD") || names.contains("NAMED") ? "'index':2" : "'index':3")
                    .replace('\'', '"');
        }
    }

    @Nested
    class Media {
        @Test
        void uploadedFoundDownloadedAndDeleted() throws Exception {
            String id = meta.upload("image/png");
            JsonNode media = meta.get("/v23.0/" + id).body();
            assertThat(media.get("mime_type").asText()).isEqualTo("image/png");
            assertThat(media.get("file_size").asInt()).isEqualTo(3);
            assertThat(media.get("sha256").asText()).hasSize(64);
            URI address = URI.create(media.get("url").asText());
            String path = address.getPath() + "?" + address.getQuery();
            assertThat(meta.get(path).text()).isEqualTo("\u0001\u0002\u0003");
            assertThat(meta.withToken("stolen").get(path).status()).isEqualTo(401);
            assertThat(meta.get(path.replace("hash=", "hash=0")).status()).isEqualTo(404);
            assertThat(meta.delete("/v23.0/" + id).text()).isEqualTo("{\"success\":true}");
            meta.get("/v23.0/" + id).isError(400, 100);
        }

        @Test
        void onlyOfMetasTypesAndSizes() throws Exception {
            assertThat(meta.upload("application/x-msdownload", new byte[1]).text())
                    .contains("must be a file with one of");
            meta.upload("image/png", new byte[5 * 1024 * 1024 + 1]).isError(400, 100);
            meta.post(NUMBER + "/media", Json.object()).isError(400, 100);
            meta.postForm(NUMBER + "/media", "no form at all").isError(400, 100);
        }

        @Test
        void ofAnotherTypeThanTheMessageFailsAfterwards() throws Exception {
            ObjectNode message = MetaClient.text("351912345678", "x").put("type", "video");
            message.putObject("video").put("id", meta.upload("image/png"));
            var answer = meta.post(message);
            assertThat(answer.status()).isEqualTo(200);
            String id = answer.body().at("/messages/0/id").asText();
            await().until(() -> business.statusesOf(id).contains("failed"));
        }

        @Test
        void thatPeopleSendCanBeDownloaded() throws Exception {
            api.client()
                    .personSends(
                            "351912345678", Json.MAPPER.readTree("{\"type\":\"image\",\"image\":{\"caption\":\"x\"}}"));
            await().until(() -> business.deliveries.stream()
                    .anyMatch(delivery -> delivery.text().contains("\"caption\":\"x\"")));
            JsonNode image = business.deliveries.stream()
                    .map(delivery -> delivery.value().at("/messages/0/image"))
                    .filter(node -> node.has("id"))
                    .findFirst()
                    .orElseThrow();
            assertThat(image.get("mime_type").asText()).isEqualTo("image/png");
            assertThat(meta.get("/v23.0/" + image.get("id").asText()).status()).isEqualTo(200);
        }
    }
}
