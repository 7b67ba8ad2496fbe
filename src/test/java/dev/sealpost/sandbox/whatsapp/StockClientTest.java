package dev.sealpost.sandbox.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.restfb.BinaryAttachment;
import com.restfb.Body;
import com.restfb.Connection;
import com.restfb.DefaultFacebookClient;
import com.restfb.FacebookClient;
import com.restfb.FacebookEndpoints;
import com.restfb.Parameter;
import com.restfb.Version;
import com.restfb.exception.FacebookOAuthException;
import com.restfb.types.GraphResponse;
import com.restfb.types.whatsapp.WhatsAppBusinessPhoneNumber;
import com.restfb.types.whatsapp.WhatsAppMessageTemplate;
import com.restfb.types.whatsapp.platform.SendMessage.Type;
import com.restfb.types.whatsapp.platform.SuccessfulResponse;
import com.restfb.types.whatsapp.platform.send.Audio;
import com.restfb.types.whatsapp.platform.send.Contact;
import com.restfb.types.whatsapp.platform.send.Context;
import com.restfb.types.whatsapp.platform.send.Document;
import com.restfb.types.whatsapp.platform.send.Image;
import com.restfb.types.whatsapp.platform.send.Interactive;
import com.restfb.types.whatsapp.platform.send.Location;
import com.restfb.types.whatsapp.platform.send.Media;
import com.restfb.types.whatsapp.platform.send.Reaction;
import com.restfb.types.whatsapp.platform.send.Sticker;
import com.restfb.types.whatsapp.platform.send.Text;
import com.restfb.types.whatsapp.platform.send.Video;
import com.restfb.types.whatsapp.platform.send.contact.Name;
import com.restfb.types.whatsapp.platform.send.interactive.Action;
import com.restfb.types.whatsapp.platform.send.interactive.Button;
import com.restfb.types.whatsapp.platform.send.interactive.Section;
import dev.sealpost.testing.CloudApiClient;
import dev.sealpost.testing.OwnCloudApi;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.component.whatsapp.model.Component;
import org.apache.camel.component.whatsapp.model.Language;
import org.apache.camel.component.whatsapp.model.TemplateMessage;
import org.apache.camel.component.whatsapp.model.TemplateMessageRequest;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** RestFB and the stock camel-whatsapp component, unchanged; only the address is the sandbox's. */
@DisplayName("Stock client libraries work on the WhatsApp sandbox")
class StockClientTest {
    static final String PERSON = "351912345678";

    @TempDir
    static Path directory;

    static OwnCloudApi api;
    static FacebookClient client;

    @BeforeAll
    static void start() throws IOException {
        api = OwnCloudApi.start(directory);
        client = client(api.uri());
    }

    @AfterAll
    static void stop() throws IOException {
        api.close();
    }

    /** Proves its app secret with each call. */
    private static FacebookClient client(URI sandbox) {
        var client = new DefaultFacebookClient(CloudApiClient.TOKEN, CloudApiClient.APP_SECRET, Version.LATEST);
        client.setFacebookEndpointUrls(new FacebookEndpoints() {
            @Override
            public String getGraphEndpoint() {
                return sandbox.toString();
            }
        });
        return client;
    }

    @ParameterizedTest
    @MethodSource("messages")
    void eachTypeOfMessage(Type type, Consumer<com.restfb.types.whatsapp.platform.SendMessage> says) {
        var message = new com.restfb.types.whatsapp.platform.SendMessage(PERSON);
        says.accept(message);
        message.setContext(new Context("wamid.x"));

        SuccessfulResponse answer = client.publish(edge("messages"), SuccessfulResponse.class, Body.withData(message));

        assertThat(answer.getContacts().get(0).getWaId()).isEqualTo(PERSON);
        String id = answer.getMessages().get(0).getId();
        assertThat(received(id).get("type").asText()).isEqualTo(type.name());
    }

    static Stream<Arguments> messages() throws Exception {
        var link = URI.create("https://shop.example/file").toURL();
        return Map.<Type, Consumer<com.restfb.types.whatsapp.platform.SendMessage>>of(
                        Type.text, message -> message.setText(new Text("Olá")),
                        Type.image, message -> message.setMedia(new Image(link)),
                        Type.audio, message -> message.setMedia(new Audio(link)),
                        Type.video, message -> message.setMedia(new Video(link)),
                        Type.document, message -> message.setMedia(new Document(link)),
                        Type.sticker, message -> message.setMedia(new Sticker(link)),
                        Type.location, message -> message.setLocation(new Location(38.7, -9.1)),
                        Type.reaction, StockClientTest::react,
                        Type.contacts, message -> message.addContact(contact()),
                        Type.interactive, message -> message.setInteractive(buttons()))
                .entrySet()
                .stream()
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    private static void react(com.restfb.types.whatsapp.platform.SendMessage message) {
        var reaction = new Reaction("wamid.x");
        reaction.setEmoji("👍");
        message.setReaction(reaction);
    }

    private static Contact contact() {
        var name = new Name("Ana Souza");
        name.setFirstName("Ana");
        var contact = new Contact();
        contact.setName(name);
        return contact;
    }

    private static Interactive buttons() {
        var interactive = new Interactive(new Action().addButton(new Button("yes", "Yes")));
        interactive.setType(Interactive.Type.button);
        interactive.setBody(new com.restfb.types.whatsapp.platform.send.interactive.Body("Shall we?"));
        return interactive;
    }

    @Test
    void aListMessage() {
        var section = new Section().addRow(new Section.Row("one", "One"));
        section.setTitle("Ways");
        var action = new Action().addSection(section);
        action.setButton("Choose");
        var list = new Interactive(action);
        list.setType(Interactive.Type.list);
        list.setBody(new com.restfb.types.whatsapp.platform.send.interactive.Body("How?"));
        var message = new com.restfb.types.whatsapp.platform.SendMessage(PERSON);
        message.setInteractive(list);
        SuccessfulResponse answer = client.publish(edge("messages"), SuccessfulResponse.class, Body.withData(message));
        assertThat(answer.getMessages()).hasSize(1);
    }

    /** The library's other way: a form whose nested objects are JSON strings. */
    @Test
    void aMessageAsAForm() {
        SuccessfulResponse answer = client.publish(
                edge("messages"),
                SuccessfulResponse.class,
                Parameter.with("messaging_product", "whatsapp"),
                Parameter.with("to", PERSON),
                Parameter.with("type", "text"),
                Parameter.with("text", Map.of("body", "1 + 1 = 2 & more")));
        JsonNode received = received(answer.getMessages().get(0).getId());
        assertThat(received.get("rendered").asText()).isEqualTo("1 + 1 = 2 & more");
    }

    @Test
    void mediaFromUploadToDeletion() {
        GraphResponse upload = client.publish(
                edge("media"),
                GraphResponse.class,
                BinaryAttachment.with("file", "a.png", new byte[] {1, 2, 3}, "image/png"),
                Parameter.with("messaging_product", "whatsapp"),
                Parameter.with("type", "image/png"));
        var message = new com.restfb.types.whatsapp.platform.SendMessage(PERSON);
        Media image = new Image(upload.getId());
        message.setMedia(image);
        SuccessfulResponse answer = client.publish(edge("messages"), SuccessfulResponse.class, Body.withData(message));
        assertThat(answer.getMessages()).hasSize(1);
        assertThat(client.deleteObject(upload.getId())).isTrue();
        assertThatThrownBy(() -> client.publish(edge("messages"), SuccessfulResponse.class, Body.withData(message)))
                .isInstanceOf(FacebookOAuthException.class)
                .hasMessageContaining("is not a valid whatsapp business account media attachment ID");
    }

    @Test
    void templatesPageByPageAndTheNumbers() {
        var names = new ArrayList<String>();
        Connection<WhatsAppMessageTemplate> page = templates(Parameter.withLimit(5));
        while (!page.getData().isEmpty()) {
            page.getData().forEach(template -> names.add(template.getName()));
            page = templates(Parameter.withLimit(5), Parameter.with("after", page.getAfterCursor()));
        }
        assertThat(names)
                .contains("order_shipped", "sign_in_code", "spring_offer")
                .hasSizeGreaterThan(9);

        var number = client.fetchObject(CloudApiClient.PHONE_NUMBER_ID, WhatsAppBusinessPhoneNumber.class);
        assertThat(number.getDisplayPhoneNumber()).isEqualTo("+15550000001");
        assertThat(client.fetchConnection(
                                CloudApiClient.ACCOUNT_ID + "/phone_numbers", WhatsAppBusinessPhoneNumber.class)
                        .getData())
                .hasSize(4);
        assertThat(client.debugToken(CloudApiClient.TOKEN).isValid()).isTrue();
    }

    private static Connection<WhatsAppMessageTemplate> templates(Parameter... parameters) {
        return client.fetchConnection(
                CloudApiClient.ACCOUNT_ID + "/message_templates", WhatsAppMessageTemplate.class, parameters);
    }

    @Test
    void aTemplateMessageOfTheStockCamelComponent() throws Exception {
        try (var camel = new DefaultCamelContext()) {
            camel.start();
            camel.createProducerTemplate()
                    .sendBody(
                            "whatsapp:%s?baseUri=%s&apiVersion=v23.0&authorizationToken=%s"
                                    .formatted(CloudApiClient.PHONE_NUMBER_ID, api.uri(), CloudApiClient.TOKEN),
                            orderShipped("351912345679"));
        }
        JsonNode message = api.client().messagesTo("351912345679").get(0);
        assertThat(message.get("rendered").asText()).startsWith("Hello Ana, your order A-1 is on its way.");
    }

    private static TemplateMessageRequest orderShipped(String to) {
        var language = new Language();
        language.setCode("en");
        var body = new Component();
        body.setType("body");
        body.setParameters(Stream.of("Ana", "A-1", "https://t.example")
                .map(StockClientTest::text)
                .toList());
        var template = new TemplateMessage();
        template.setName("order_shipped");
        template.setLanguage(language);
        template.setComponents(List.of(body));
        var request = new TemplateMessageRequest();
        request.setTo(to);
        request.setTemplate(template);
        return request;
    }

    private static org.apache.camel.component.whatsapp.model.Parameter text(String value) {
        var parameter = new org.apache.camel.component.whatsapp.model.Parameter();
        parameter.setType("text");
        parameter.setText(value);
        return parameter;
    }

    private static String edge(String name) {
        return CloudApiClient.PHONE_NUMBER_ID + "/" + name;
    }

    private static JsonNode received(String id) {
        return api.client().messages().stream()
                .filter(message -> message.get("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
