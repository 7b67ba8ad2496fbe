package dev.sealpost.story;

import static dev.sealpost.testing.Installation.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.testing.DeadLetters;
import dev.sealpost.testing.HubClient;
import dev.sealpost.testing.HubTest;
import dev.sealpost.testing.Installation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Fault 13, and the bad inputs: each is refused with its reason, and the topic goes on. */
@HubTest
@Tag("fault")
@DisplayName("A bad event")
class BadEventsTest {

    private static final String FLOW = "order-shipped";
    private static final Installation SHOP = Installation.of("bad-events");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate database;

    private HubClient hub;
    private DeadLetters deadLetters;

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        SHOP.register(registry);
    }

    @AfterAll
    static void close() throws Exception {
        SHOP.close();
    }

    @BeforeEach
    void connect() {
        hub = SHOP.hubAt(port);
        deadLetters = new DeadLetters(database);
    }

    static Stream<Arguments> poison() {
        return Stream.of(
                Arguments.of("nothing", ""),
                Arguments.of("not JSON", "hello"),
                Arguments.of("half an object", "{\"orderId\":\"B-1\""),
                Arguments.of("an array", "[]"),
                Arguments.of("100,000 brackets", "{\"a\":" + "[".repeat(100_000)),
                Arguments.of("a NUL escape", "{\"orderId\":\"B-2\\u0000\",\"customer\":{\"phone\":\"+351912345611\"}}"),
                Arguments.of("a lone surrogate", "{\"orderId\":\"B-3\",\"customer\":{\"name\":\"\\ud800\"}}"),
                Arguments.of("no id", "{\"customer\":{\"phone\":\"+351912345611\"}}"),
                Arguments.of("an object as id", "{\"orderId\":{},\"customer\":{\"phone\":\"+351912345611\"}}"),
                Arguments.of("900 kB in one field", "{\"orderId\":\"" + "x".repeat(900_000) + "\"}"));
    }

    @ParameterizedTest(name = "of {0} is a sealed dead letter with its reason, and the next event goes through")
    @MethodSource("poison")
    void isSetAside(String what, String event) {
        String next = "next-of-" + Math.abs(what.hashCode());
        String person = "+351912345610";
        hub.grant(person, "order-updates");
        int before = deadLetters.count("malformed");

        SHOP.drop(event, order(next, person));

        hub.awaitState(FLOW, next, "SENT", "DELIVERED", "READ");
        assertThat(deadLetters.count("malformed")).isEqualTo(before + 1);
    }

    @Test
    void withoutAPhoneIsSetAside() {
        SHOP.drop("{\"orderId\":\"B-10\",\"customer\":{}}");

        assertThat(hub.awaitRefusal(FLOW, "B-10")).startsWith("malformed: no phone at $.customer.phone");
    }

    @ParameterizedTest(name = "{0} as its phone number is refused")
    @MethodSource("invalidNumbers")
    void withAnInvalidNumberIsRefused(String number) {
        String id = "B-20-" + Math.abs(number.hashCode());
        SHOP.drop(order(id, number));

        assertThat(hub.awaitRefusal(FLOW, id)).startsWith("invalid-number");
    }

    static List<String> invalidNumbers() {
        return List.of("12", "912345678", "+35191234567x", "+999123456789", "+3519123456789012345", "${sys.user.home}");
    }

    @Test
    void withARequiredFieldMissingOrOfAnotherTypeIsRefused() {
        hub.grant("+351912345612", "order-updates");

        SHOP.drop(
                "{\"orderId\":\"B-30\",\"customer\":{\"name\":\"Ana\",\"phone\":\"+351912345612\"}}",
                "{\"orderId\":\"B-31\",\"customer\":{\"name\":[\"Ana\"],\"phone\":\"+351912345612\"},\"trackingUrl\":\"u\"}");

        assertThat(hub.awaitRefusal(FLOW, "B-30")).startsWith("not-minimisable").contains("$.trackingUrl");
        assertThat(hub.awaitRefusal(FLOW, "B-31")).startsWith("not-minimisable").contains("$.customer.name");
        assertThat(SHOP.phone().messagesTo("+351912345612")).isEmpty();
    }

    @Test
    void withExpressionsInItsFieldsIsInertText() {
        String person = "+351912345613";
        hub.grant(person, "order-updates");
        String id = "${sys.user.home} {{sealpost.whatsapp.token}} #{7*7} ${jndi:ldap://127.0.0.1/x}";

        SHOP.drop("{\"orderId\":\"%s\",\"customer\":{\"name\":\"'; DROP TABLE message; --\",\"phone\":\"%s\"},"
                        .formatted(id, person)
                + "\"trackingUrl\":\"https://track.example/<script>\"}");

        hub.awaitState(FLOW, id, "READ");
        JsonNode received = SHOP.phone().messagesTo(person).get(0);
        assertThat(received.path("rendered").asText()).contains(id, "';", "<script>");
    }

    @Test
    void aboveTheBrokersLimitIsTheProducersOwnError() {
        byte[] large = new byte[1_200_000];

        assertThatThrownBy(() -> SHOP.drop(List.of(large))).hasStackTraceContaining("RecordTooLargeException");
    }

    @Test
    void leavesNothingReadableBehind() {
        SHOP.drop("{\"customer\":{\"phone\":\"+351912345614\",\"name\":\"Canary Kowalski\"}}");

        Awaitility.await().until(() -> deadLetters.count("malformed") > 0);
        assertThat(database.queryForList("SELECT content FROM dead_letter", byte[].class))
                .isNotEmpty()
                .noneMatch(content -> new String(content, StandardCharsets.ISO_8859_1).contains("Kowalski"));
    }
}
