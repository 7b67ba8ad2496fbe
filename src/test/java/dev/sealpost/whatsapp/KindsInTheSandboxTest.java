package dev.sealpost.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sealpost.delivery.DeliveryOutcome;
import dev.sealpost.delivery.DeliveryOutcome.Rejected;
import dev.sealpost.delivery.DeliveryOutcome.RetryLater;
import dev.sealpost.delivery.OutboundMessage;
import dev.sealpost.delivery.Scope;
import dev.sealpost.message.MessageId;
import dev.sealpost.sealing.OpenedContent;
import dev.sealpost.subject.PhoneNumber;
import dev.sealpost.testing.CloudApiClient;
import dev.sealpost.testing.OwnCloudApi;
import dev.sealpost.whatsapp.cloudapi.AppSecretProof;
import dev.sealpost.whatsapp.cloudapi.CloudApiErrors;
import dev.sealpost.whatsapp.cloudapi.GraphAnswer;
import dev.sealpost.whatsapp.cloudapi.GraphApi;
import dev.sealpost.whatsapp.cloudapi.GraphSettings;
import dev.sealpost.whatsapp.media.TestUploads;
import dev.sealpost.whatsapp.request.Composition;
import dev.sealpost.whatsapp.request.Composition.Awaiting;
import dev.sealpost.whatsapp.request.Composition.Ready;
import dev.sealpost.whatsapp.request.Definitions;
import dev.sealpost.whatsapp.request.TestDefinitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The sandbox's Meta")
class KindsInTheSandboxTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ANA = "+351912345678";
    private static final Sender SENDER =
            TestSenders.sender("shop", CloudApiClient.PHONE_NUMBER_ID, CloudApiClient.TOKEN);
    private static final String FILE =
            """
            templates:
              order_delayed:
                language: en
                category: utility
                header: {text: {order_number: number}}
                body: {first_name: firstName, new_date: day}
                buttons:
                  - {type: quick-reply, payload: "fine-{number}"}
                  - {type: url, index: 2, parameter: number}
              spring_offer:
                language: en
                category: marketing
                header: {image: {link: "{link}"}}
                body: [firstName, day, number]
                buttons: [{type: copy-code, parameter: number}]
              invoice:
                language: en
                category: utility
                header: {document: {link: "{link}", filename: "{number}.pdf"}}
                body: [firstName, number]
              how_to: {language: en, category: utility, header: {video: {link: "{link}"}}, body: [number]}
              pick_up:
                languages: [en]
                language-from: locale
                category: utility
                header: {location: {latitude: 41.1, longitude: -8.6, name: Shop, address: "{number}"}}
                body: [number]
              feedback:
                language: en
                category: utility
                body: [number]
                buttons: [{type: flow, token: "{number}", data: {order: "{number}"}}]
              sign_in_code: {language: en, category: authentication, parameters: [number]}
            messages:
              text: {category: utility, text: {body: "Hello {firstName}", preview_url: true}}
              image: {category: utility, image: {file: media/logo.png, caption: "{number}"}}
              video: {category: utility, video: {link: "{link}"}}
              audio: {category: utility, audio: {link: "{link}"}}
              document: {category: utility, document: {link: "{link}", filename: a.pdf}}
              sticker: {category: utility, sticker: {link: "{link}"}}
              location: {category: utility, location: {latitude: 41.1, longitude: -8.6}}
              contacts: {category: utility, contacts: [{name: {formatted_name: Shop, first_name: Shop}, phones: [{phone: "+351"}]}]}
              buttons:
                category: utility
                interactive:
                  type: button
                  header: {type: image, image: {file: media/logo.png}}
                  body: {text: "{firstName}?"}
                  footer: {text: Shop}
                  action: {buttons: [{reply: {id: yes, title: Yes}}, {reply: {id: no, title: No}}]}
              list:
                category: utility
                interactive:
                  type: list
                  body: {text: Which one?}
                  action: {button: Choose, sections: [{rows: [{id: a, title: A, description: "{number}"}]}]}
              link:
                category: utility
                interactive:
                  type: cta_url
                  body: {text: Follow it}
                  action: {parameters: {display_text: Follow, url: "{link}"}}
              where: {category: utility, interactive: {type: location_request_message, body: {text: Where?}, action: {}}}
              changed: {category: utility, image: {file: media/changed.png}}
            """;

    @TempDir
    static Path directory;

    private static OwnCloudApi sandbox;
    private static GraphApi graph;
    private static MessageRequests requests;

    @BeforeAll
    static void start() throws IOException {
        Path config = Files.createDirectories(directory.resolve("config/media")).getParent();
        Files.write(config.resolve("media/logo.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 1});
        Files.write(config.resolve("media/changed.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 2});
        sandbox = OwnCloudApi.start(directory.resolve("sandbox"));
        Duration limit = Duration.ofSeconds(10);
        graph = new GraphApi(
                new GraphSettings(sandbox.uri(), "v23.0", limit, limit, limit, Set.of()), AppSecretProof.none());
        Definitions definitions = TestDefinitions.in(config, FILE);
        Files.write(config.resolve("media/changed.png"), new byte[] {3});
        requests = TestMessageRequests.of(definitions, TestUploads.with(graph));
        sandbox.client().personWrites(ANA, "Hello");
    }

    @AfterAll
    static void stop() throws Exception {
        graph.close();
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order_delayed",
                "spring_offer",
                "invoice",
                "how_to",
                "pick_up",
                "feedback",
                "sign_in_code",
                "text",
                "image",
                "video",
                "audio",
                "document",
                "sticker",
                "location",
                "contacts",
                "buttons",
                "list",
                "link",
                "where"
            })
    void takesEveryKind(String name) {
        OutboundMessage message = message(name, ANA);
        await().until(() -> !(requests.compose(message, SENDER) instanceof Awaiting awaiting) || begun(awaiting));
        Composition made = requests.compose(message, SENDER);

        assertThat(post(((Ready) made).json())).isInstanceOf(GraphAnswer.Ok.class);
    }

    @Test
    void isShownAFileUnderTheSameIdUntilItCannotUseIt() throws IOException {
        OutboundMessage message = message("image", ANA);
        String first = imageId(message);
        assertThat(imageId(message)).isEqualTo(first);

        Ready ready = (Ready) requests.compose(message, SENDER);
        DeliveryOutcome outcome = requests.learn(refused(131053), ready.facts(), message, SENDER);

        assertThat(outcome).isInstanceOfSatisfying(RetryLater.class, later -> assertThat(later.scope())
                .isEqualTo(Scope.MESSAGE));
        await().until(() -> requests.compose(message, SENDER) instanceof Awaiting);
        assertThat(imageId(message)).isNotEqualTo(first);
    }

    @Test
    void isNotShownAFileThatIsAnotherThanAtTheStart() {
        OutboundMessage message = message("changed", ANA);

        await().untilAsserted(() -> assertThat(requests.upload((Awaiting) requests.compose(message, SENDER), SENDER))
                .isInstanceOfSatisfying(
                        RetryLater.class,
                        later -> assertThat(later.reason().word()).isEqualTo("media-changed")));
    }

    @Test
    void takesAFreeFormMessageOnlyForPeopleWhoWrote() {
        sandbox.client().enforceWindow("answer");
        Ready ready = (Ready) requests.compose(message("text", "+351912345679"), SENDER);

        assertThat(post(ready.json()))
                .isInstanceOfSatisfying(GraphAnswer.Refused.class, refused -> assertThat(refused.code())
                        .isEqualTo(131047));
    }

    @Test
    void isToldThatAMessageWasRead() {
        var receipts = new ReadReceipts(graph, Sender::token);

        assertThat(receipts.tell(SENDER, "wamid.HBgM", true).join()).isEmpty();
        assertThat(receipts.tell(
                                TestSenders.sender("shop", "100000000000009", CloudApiClient.TOKEN), "wamid.HBgM", true)
                        .join())
                .isPresent();
    }

    private static boolean begun(Awaiting awaiting) {
        requests.upload(awaiting, SENDER);
        return false;
    }

    private static String imageId(OutboundMessage message) throws IOException {
        await().until(() -> !(requests.compose(message, SENDER) instanceof Awaiting awaiting) || begun(awaiting));
        JsonNode request = JSON.readTree(((Ready) requests.compose(message, SENDER)).json());
        assertThat(request.at("/image/id").asText()).isNotEmpty();
        return request.at("/image/id").asText();
    }

    private static GraphAnswer post(byte[] json) {
        try {
            return graph.post(SENDER.token(), SENDER.phoneNumberId() + "/messages", JSON.readTree(json))
                    .join();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Rejected refused(int code) {
        return new Rejected(CloudApiErrors.reason(code), code, true, Set.of());
    }

    private static OutboundMessage message(String name, String to) {
        Map<String, String> fields = new HashMap<>(
                Map.of("firstName", "Ana", "number", "A-1001", "day", "1 May", "link", "https://shop.example/a.bin"));
        fields.put("locale", "pt-BR");
        return new OutboundMessage(
                MessageId.next(),
                "flow",
                "purpose",
                name,
                SENDER.name(),
                Instant.now().plusSeconds(3600),
                new OpenedContent(new PhoneNumber(to), fields),
                null);
    }
}
