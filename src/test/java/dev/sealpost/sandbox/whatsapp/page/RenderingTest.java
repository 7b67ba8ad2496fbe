package dev.sealpost.sandbox.whatsapp.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import dev.sealpost.sandbox.whatsapp.wire.LenientObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A message as the phone page shows it")
class RenderingTest {
    private static final String OFFER =
            """
            [{"type":"HEADER","format":"IMAGE"},{"type":"BODY","text":"Hello {{1}}, {{2}} off until {{3}}; {{4}} stays"},
             {"type":"FOOTER","text":"STOP ends this"},
             {"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Tell me more"},{"type":"COPY_CODE","text":"Copy code"},
               {"type":"URL","text":"Shop","url":"https://shop.example/{{1}}"},{"type":"PHONE_NUMBER","text":"Call","phone_number":"+15550001"},
               {"type":"FLOW","text":"Book"}]}]
            """;

    @Test
    void aTemplateWithItsParametersInEveryPart() throws Exception {
        JsonNode bubble = bubble(
                """
                {"type":"template","template":{"name":"offer","language":{"code":"en"},"components":[
                  {"type":"header","parameters":[{"type":"image","image":{"link":"https://shop.example/a.png"}}]},
                  {"type":"body","parameters":[{"type":"text","text":"A$1"},{"type":"currency","currency":{"fallback_value":"€5"}},
                    {"type":"date_time","date_time":{"fallback_value":"Sunday"}}]},
                  {"type":"button","sub_type":"quick_reply","index":0,"parameters":[{"type":"payload","payload":"more"}]},
                  {"type":"button","sub_type":"copy_code","index":"1","parameters":[{"type":"coupon_code","coupon_code":"SPRING"}]},
                  {"type":"button","sub_type":"url","index":"2","parameters":[{"type":"text","text":"s1"}]},
                  {"type":"button","sub_type":"flow","index":"4","parameters":[{"type":"action","action":{"flow_token":"t1"}}]}]}}
                """);
        assertThat(bubble.at("/media/link").asText()).isEqualTo("https://shop.example/a.png");
        assertThat(bubble.get("text").asText()).isEqualTo("Hello A$1, €5 off until Sunday; {{4}} stays");
        assertThat(bubble.get("footer").asText()).isEqualTo("STOP ends this");
        assertThat(bubble.get("buttons"))
                .isEqualTo(
                        Json.MAPPER.readTree(
                                """
                                [{"kind":"answer","title":"Tell me more","answer":{"type":"button","button":{"payload":"more","text":"Tell me more"}}},
                                 {"kind":"copy","title":"Copy code","value":"SPRING"},
                                 {"kind":"link","title":"Shop","url":"https://shop.example/s1"},
                                 {"kind":"call","title":"Call","value":"+15550001"},
                                 {"kind":"answer","title":"Book","answer":{"type":"interactive","interactive":{"type":"nfm_reply",
                                   "nfm_reply":{"name":"flow","body":"Sent","response_json":"{\\"flow_token\\":\\"t1\\"}"}}}}]
                                """));
    }

    @Test
    void aTemplateThatIsNotKnownByItsPlainText() throws Exception {
        assertThat(bubble("{\"type\":\"template\",\"template\":{\"name\":\"gone\"}}")
                        .get("text")
                        .asText())
                .isEqualTo("plain");
    }

    @Test
    void aTemplateInsideAJsonString() throws Exception {
        JsonNode bubble = bubble("{\"type\":\"template\",\"template\":\"{\\\"name\\\":\\\"offer\\\"}\"}");
        assertThat(bubble.get("footer").asText()).isEqualTo("STOP ends this");
    }

    @Test
    void buttonsWithTheAnswerEachGives() throws Exception {
        JsonNode bubble = bubble(
                """
                {"type":"interactive","context":{"message_id":"wamid.1"},"interactive":{"type":"button","header":{"type":"text","text":"H"},
                  "body":{"text":"B"},"footer":{"text":"F"},"action":{"buttons":[{"type":"reply","reply":{"id":"y","title":"Yes"}}]}}}
                """);
        assertThat(List.of(bubble.get("header"), bubble.get("text"), bubble.get("footer"), bubble.get("quotes")))
                .extracting(JsonNode::asText)
                .containsExactly("H", "B", "F", "wamid.1");
        assertThat(bubble.at("/buttons/0/answer/interactive/button_reply"))
                .isEqualTo(Json.MAPPER.readTree("{\"id\":\"y\",\"title\":\"Yes\"}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':'image','image':{'id':'7','caption':'Look'}}|Look",
                "{'type':'video','video':{'id':'7'}}|Video",
                "{'type':'document','document':{'id':'7','filename':'bill.pdf'}}|bill.pdf",
                "{'type':'sticker','sticker':{'id':'7'}}|Sticker",
                "{'type':'location','location':{'latitude':1.5,'longitude':'2.5'}}|Location",
                "{'type':'contacts','contacts':[{'name':{'formatted_name':'Rui'}}]}|Contact",
                "{'type':'reaction','reaction':{'message_id':'w','emoji':'+1'}}|Reacted +1",
                "{'type':'interactive','interactive':{'type':'list_reply','list_reply':{'id':'1','title':'Nine'}}}|Nine",
                "{'type':'interactive','interactive':{'type':'nfm_reply','nfm_reply':{}}}|Form sent",
                "{'type':'interactive','interactive':{'type':'product','body':{'text':'One item'}}}|One item",
                "{'type':'button','button':{'payload':'p','text':'Tapped'}}|Tapped",
                "{'type':'order','order':{'catalog_id':'1'}}|plain",
                "{'text':{'body':'  Two\\nlines '}}|Two lines",
                "{'type':'text','text':17}|plain",
            })
    void inOneLineForTheListOfChats(String content, String line) throws Exception {
        assertThat(Preview.of(bubble(content.replace('\'', '"')))).isEqualTo(line);
    }

    @Test
    void aMapNeedsNumbersAndACardWaysToReachSomebody() throws Exception {
        assertThat(bubble(
                                "{\"type\":\"location\",\"location\":{\"latitude\":1.5,\"longitude\":\"2.5\",\"name\":\"N\"}}")
                        .get("location"))
                .isEqualTo(Json.MAPPER.readTree("{\"latitude\":\"1.5\",\"longitude\":\"2.5\",\"name\":\"N\"}"));
        JsonNode card = bubble(
                        """
                        {"type":"contacts","contacts":[{"name":{"first_name":"Rui"},"org":{"company":"Shop"},
                          "phones":[{"phone":"+351 1"}],"emails":[{"email":"r@example.org"}]}]}
                        """)
                .at("/contacts/0");
        assertThat(StreamSupport.stream(card.get("ways").spliterator(), false).map(JsonNode::asText))
                .containsExactly("+351 1", "r@example.org");
    }

    private static JsonNode bubble(String content) throws JsonProcessingException {
        var rendering = new Rendering((number, name, language) -> name.equals("offer") ? offer() : List.of());
        return rendering.bubble(new ChatMessage(
                "wamid.2",
                "1",
                Instant.EPOCH,
                new LenientObject(Json.MAPPER.readTree(content)),
                "plain",
                List.of(),
                Optional.empty()));
    }

    private static List<LenientObject> offer() {
        try {
            return StreamSupport.stream(Json.MAPPER.readTree(OFFER).spliterator(), false)
                    .map(LenientObject::new)
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
