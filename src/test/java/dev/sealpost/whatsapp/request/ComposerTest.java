package dev.sealpost.whatsapp.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sealpost.delivery.OutboundMessage;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.Reason;
import dev.sealpost.sealing.OpenedContent;
import dev.sealpost.subject.PhoneNumber;
import dev.sealpost.subject.Recipient;
import dev.sealpost.subject.UserId;
import dev.sealpost.whatsapp.media.MediaFile;
import dev.sealpost.whatsapp.request.Composition.Ready;
import dev.sealpost.whatsapp.request.Composition.Refused;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A request")
class ComposerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final PhoneNumber ANA = new PhoneNumber("+351912345678");
    private static final Definitions DEFINITIONS = TestDefinitions.of(
            """
            templates:
              order_shipped:
                languages: [pt_PT, pt_BR, en]
                language-from: locale
                category: utility
                header: {document: {link: "{invoice}", filename: "invoice-{number}.pdf"}}
                body: {first_name: firstName, order: number}
                buttons:
                  - {type: url, index: 1, parameter: number}
                  - {type: quick-reply, index: 2, payload: "help-{number}"}
              coupon:
                language: en
                category: marketing
                header: {text: [firstName]}
                body: [{currency: {code: EUR, amount: amount, fallback: money}}, {date-time: day}]
                buttons: [{type: copy-code, parameter: code}]
              news: {language: en, category: utility, parameters: []}
            messages:
              order_help:
                category: utility
                otherwise: news
                text: {body: "Hello {firstName}, {{order}} {number}?", preview_url: true}
              answer:
                category: utility
                reply-to: "{question}"
                interactive:
                  type: list
                  body: {text: Which one?}
                  action: {button: Choose, sections: [{rows: [{id: "row-{number}", title: "{title}"}]}]}
              place:
                category: utility
                location: {latitude: "{lat}", longitude: -8.6, name: Shop}
              like:
                category: utility
                reaction: {message_id: "{question}", emoji: "👍"}
              picture:
                category: utility
                image: {link: "{link}", caption: "For {firstName}"}
            """);

    @Nested
    @DisplayName("of a template")
    class OfATemplate {

        private static final Map<String, String> FIELDS =
                Map.of("locale", "pt-BR", "invoice", "https://shop.example/i.pdf", "number", "A-1", "firstName", "Ana");

        @Test
        void fillsHeaderNamedBodyAndButtonsInThePersonsLanguage() throws IOException {
            assertThat(json("order_shipped", FIELDS).path("template"))
                    .isEqualTo(
                            JSON.readTree(
                                    """
                    {"name": "order_shipped", "language": {"code": "pt_BR"}, "components": [
                      {"type": "header", "parameters": [{"type": "document",
                        "document": {"link": "https://shop.example/i.pdf", "filename": "invoice-A-1.pdf"}}]},
                      {"type": "body", "parameters": [
                        {"type": "text", "parameter_name": "first_name", "text": "Ana"},
                        {"type": "text", "parameter_name": "order", "text": "A-1"}]},
                      {"type": "button", "sub_type": "url", "index": "1",
                        "parameters": [{"type": "text", "text": "A-1"}]},
                      {"type": "button", "sub_type": "quick_reply", "index": "2",
                        "parameters": [{"type": "payload", "payload": "help-A-1"}]}]}"""));
        }

        @Test
        void fillsTextHeaderAmountDateAndCodeToCopy() throws IOException {
            Map<String, String> fields =
                    Map.of("firstName", "Ana", "amount", "59.9", "money", "€59.90", "day", "1 May", "code", "MAY25");

            assertThat(json("coupon", fields).at("/template/components"))
                    .isEqualTo(
                            JSON.readTree(
                                    """
                    [{"type": "header", "parameters": [{"type": "text", "text": "Ana"}]},
                     {"type": "body", "parameters": [
                       {"type": "currency", "currency": {"fallback_value": "€59.90", "code": "EUR", "amount_1000": 59900}},
                       {"type": "date_time", "date_time": {"fallback_value": "1 May"}}]},
                     {"type": "button", "sub_type": "copy_code", "index": "0",
                       "parameters": [{"type": "coupon_code", "coupon_code": "MAY25"}]}]"""));
        }

        @ParameterizedTest(name = "{0} with {1} approved: {2}")
        @CsvSource({
            "pt-BR, 'pt_PT,pt_BR,en', pt_BR",
            "pt_br, 'pt_PT,pt_BR,en', pt_BR",
            "pt-AO, 'pt_PT,pt_BR,en', pt_PT",
            "en-GB, 'pt_PT,pt_BR,en', en",
            "fi,    'pt_PT,pt_BR,en', pt_PT",
            "pt-BR, 'pt_PT,en',       pt_PT",
            "fi,    'en',             en",
            "fi,    '',               pt_PT",
        })
        void isInTheNearestLanguageThatIsApproved(String locale, String approved, String language) {
            Languages languages = ((Template) DEFINITIONS.find("order_shipped").orElseThrow()).spoken();

            assertThat(languages.choose(Map.of("locale", locale), Set.of(approved.split(","))::contains))
                    .isEqualTo(language);
        }
    }

    @Nested
    @DisplayName("of a free-form message")
    class OfAFreeFormMessage {

        @Test
        void isThatMessageWhileTheWindowIsOpen() throws IOException {
            ObjectMapper mapper = new ObjectMapper();
            JsonNode request = json("order_help", Map.of("firstName", "${jndi:x} {number}", "number", "A-1"));

            assertThat(request.path("to").asText()).isEqualTo("351912345678");
            assertThat(request.path("type").asText()).isEqualTo("text");
            assertThat(request.path("text"))
                    .isEqualTo(mapper.readTree(
                            "{\"body\": \"Hello ${jndi:x} {number}, {order} A-1?\", \"preview_url\": true}"));
        }

        @Test
        void isItsTemplateOtherwise() throws IOException {
            Ready ready = (Ready) compose("order_help", ANA, Map.of("firstName", "Ana", "number", "A-1"), false);

            assertThat(JSON.readTree(ready.json()).at("/template/name").asText())
                    .isEqualTo("news");
            assertThat(ready.facts().instead()).hasValueSatisfying(instead -> {
                assertThat(instead.template()).isEqualTo("news");
                assertThat(instead.why().word()).isEqualTo("outside-window");
            });
        }

        @Test
        void isRefusedOtherwiseIfItHasNone() {
            assertThat(compose("place", ANA, Map.of("lat", "41.1"), false))
                    .isEqualTo(new Refused(Reason.of("outside-window", "more than 24 h since the person wrote")));
        }

        @Test
        void answersAMessageThePersonSent() throws IOException {
            JsonNode request = json("answer", Map.of("question", "known", "number", "1", "title", "Blue"));

            assertThat(request.at("/context/message_id").asText()).isEqualTo("wamid.known");
            assertThat(request.at("/interactive/action/sections/0/rows/0"))
                    .isEqualTo(JSON.readTree("{\"id\": \"row-1\", \"title\": \"Blue\"}"));
            assertThat(json("like", Map.of("question", "known")).path("reaction"))
                    .isEqualTo(JSON.readTree("{\"message_id\": \"wamid.known\", \"emoji\": \"👍\"}"));
        }

        @Test
        void goesToAUserIdWhereTheNumberIsNotKnown() throws IOException {
            UserId user = new UserId("US.13491208655302741918");
            Ready ready = (Ready) compose("news", user, Map.of(), false);
            JsonNode request = JSON.readTree(ready.json());

            assertThat(request.has("to")).isFalse();
            assertThat(request.path("recipient").asText()).isEqualTo(user.text());
        }
    }

    @Nested
    @DisplayName("is refused by the name of the field")
    class IsRefused {

        @Test
        void thatIsTooLong() {
            assertThat(refusal("answer", Map.of("question", "known", "number", "1", "title", "x".repeat(25))))
                    .isEqualTo(
                            Reason.of(
                                    "field-too-long",
                                    "title (messages.answer.interactive.action.sections[0].rows[0].title has more than 24 characters)"));
        }

        @Test
        void thatIsNoLinkNoNumberOrEmpty() {
            assertThat(refusal("picture", Map.of("link", "javascript:alert(1)", "firstName", "Ana")))
                    .extracting(Reason::word)
                    .isEqualTo("field-not-a-link");
            assertThat(refusal("place", Map.of("lat", "91")))
                    .isEqualTo(Reason.of(
                            "field-not-a-number", "lat (messages.place.location.latitude is a number from -90 to 90)"));
            assertThat(refusal("coupon", Map.of("firstName", "", "amount", "1", "money", "1", "day", "1", "code", "1")))
                    .extracting(Reason::word)
                    .isEqualTo("field-empty");
        }

        @Test
        void thatNamesAMessageNobodyKnows() {
            assertThat(refusal("like", Map.of("question", "other")))
                    .extracting(Reason::word)
                    .isEqualTo("unknown-message");
        }
    }

    private static Reason refusal(String name, Map<String, String> fields) {
        return ((Refused) compose(name, ANA, fields, true)).reason();
    }

    private static JsonNode json(String name, Map<String, String> fields) throws IOException {
        return JSON.readTree(((Ready) compose(name, ANA, fields, true)).json());
    }

    private static Composition compose(String name, Recipient to, Map<String, String> fields, boolean windowOpen) {
        var message = new OutboundMessage(
                MessageId.next(), "flow", "purpose", name, "shop", Instant.MAX, new OpenedContent(to, fields), null);
        return new Composer(DEFINITIONS).compose(message, windowOpen, new Known());
    }

    private static final class Known implements References {

        @Override
        public Optional<String> mediaId(MediaFile file) {
            return Optional.empty();
        }

        @Override
        public Optional<String> wamid(String message) {
            return message.equals("known") ? Optional.of("wamid.known") : Optional.empty();
        }

        @Override
        public boolean isApproved(String template, String language) {
            return true;
        }
    }
}
