package dev.sealpost.story;

import static dev.sealpost.testing.OwnMailbox.reminder;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.mail.AwkwardMails;
import dev.sealpost.testing.DeadLetters;
import dev.sealpost.testing.HubClient;
import dev.sealpost.testing.HubTest;
import dev.sealpost.testing.Installation;
import dev.sealpost.testing.OwnMailbox;
import dev.sealpost.testing.TlsFront;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A clinic's mail, from SMTP to the patient's phone; the mailbox is read over TLS. */
@HubTest
@DisplayName("A clinic's mail")
class AppointmentStoryTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String FLOW = "appointment-reminder";
    private static final OwnMailbox MAILBOX = OwnMailbox.start("appointments");
    private static final TlsFront IMAPS = TlsFront.of(MAILBOX.imapPort());
    private static final Installation CLINIC =
            Installation.of("appointments").withMailbox(IMAPS).with("sealpost.mail.max-bytes", "128KB");

    /** Its steps are in the wrong order, so that its exchanges fail; the lint would not let it start. */
    private static final String FAILING =
            """
            - route:
                id: failing
                routeConfigurationId: deliver-with-retry
                from:
                  uri: kamelet:mail-intake
                  parameters: {senders: clinic@example.org, folder: Failing, delay: 300, processed: Never, refused: Never}
                  steps:
                    - to: {uri: "kamelet:require-consent", parameters: {purpose: appointment-reminders}}
                    - to:
                        uri: kamelet:receive
                        parameters: {event: appointment-reminder, id: $.appointmentId, phone: $.phone}
            """;

    private static final String ELSEWHERE =
            """
            - route:
                id: %s
                routeConfigurationId: deliver-with-retry
                from:
                  uri: kamelet:mail-intake
                  parameters: {senders: clinic@example.org, folder: Elsewhere, delay: 200, processed: Never, refused: Never,
                    host: %s, port: %d, user: hub@sandbox.test, password: sandbox-mail}
                  steps:
                    - to:
                        uri: kamelet:receive
                        parameters: {event: appointment-reminder, id: $.appointmentId, phone: $.phone}
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    @Qualifier("camelHealth")
    private HealthIndicator health;

    @Autowired
    private CamelContext camel;

    private HubClient hub;

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        CLINIC.register(registry);
    }

    @AfterAll
    static void close() throws Exception {
        CLINIC.close();
        IMAPS.close();
        MAILBOX.close();
    }

    @BeforeEach
    void connect() {
        hub = CLINIC.hubAt(port);
    }

    @Test
    void tellsThePatientThatThereIsNewsAndNotOneFieldOfIt() {
        MAILBOX.send(reminder("A-77", "+351 912 345 678"));

        hub.awaitState(FLOW, "A-77", "READ");
        JsonNode received = CLINIC.phone().messagesTo("+351912345678").get(0);
        assertThat(received.path("rendered").asText())
                .isEqualTo("Your clinic has news for you. Please sign in to the patient portal to read it.");
        assertThat(received.path("body").toString())
                .doesNotContain("Kanarienvogel", "Zwitscher", "09:30", "2026-12-01", "A-77");
        awaitFolder("Processed", "appointment-reminder");
        assertThat(hub.audit("kind=message.received&flow=" + FLOW).toString()).contains("mail:INBOX:");
    }

    @Test
    void thatComesTwiceIsHandledOnce() {
        MAILBOX.send(reminder("twice", "+351912340002"));
        MAILBOX.send(reminder("twice", "+351912340002"));

        hub.awaitState(FLOW, "twice", "READ");
        Awaitility.await().atMost(PATIENCE).until(() -> !hub.audit("kind=message.duplicate&flow=" + FLOW)
                .isEmpty());
        assertThat(CLINIC.phone().messagesTo("+351912340002")).hasSize(1);
    }

    @ParameterizedTest(name = "that is {0} is refused with the reason, and the next one goes through")
    @MethodSource("refused")
    void isRefused(String word, boolean kept, String mail) {
        String id = word + "-" + mail.length();
        int before = refusals(word).size();
        int letters = new DeadLetters(database).count(FLOW, word);

        MAILBOX.sendFrom(envelope(mail), AwkwardMails.bytes(mail));
        MAILBOX.send(reminder(id, "+351912340003"));

        hub.awaitState(FLOW, id, "SENT", "DELIVERED", "READ");
        assertThat(refusals(word)).hasSize(before + 1);
        assertThat(new DeadLetters(database).count(FLOW, word)).isEqualTo(letters + (kept ? 1 : 0));
        Awaitility.await().atMost(PATIENCE).until(() -> MAILBOX.count("INBOX") == 0);
        assertThat(MAILBOX.count("Refused")).isPositive();
    }

    static Stream<Arguments> refused() {
        String good = AwkwardMails.HEAD + "\n" + AwkwardMails.LINES;
        return Stream.of(
                Arguments.of("unknown-sender", false, good.replace("clinic@", "evil@")),
                Arguments.of("spoofed-sender", false, "Sender: evil@evil.example\n" + good),
                Arguments.of("unauthenticated-sender", false, "Authentication-Results: mx; dmarc=fail\n" + good),
                Arguments.of("other-subject", true, good.replace("reminder", "cancelled")),
                Arguments.of("malformed", true, AwkwardMails.HEAD + "\nHello"),
                Arguments.of("malformed", true, AwkwardMails.withAttachments(1_000)),
                Arguments.of("malformed", true, AwkwardMails.nested(200)),
                Arguments.of(
                        "malformed", true, AwkwardMails.HEAD + "Content-Type: application/json\n\n{\"appointmentId\""),
                Arguments.of("malformed", false, "From: clinic@example.org\n" + "X: y\n".repeat(5_000) + "\nx: y"),
                Arguments.of("too-large", false, good + "note: " + "x".repeat(200_000)),
                Arguments.of("invalid-number", false, good.replace("+351", "0")));
    }

    private static String envelope(String mail) {
        return mail.contains("From: evil@") ? "evil@example.org" : OwnMailbox.CLINIC;
    }

    @Test
    void whoseExchangeFailsStaysWhereItIsUnread() throws Exception {
        load("failing", FAILING);
        MAILBOX.append("Failing", reminder("F-1", "+351912340004"));

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> hub.audit("kind=exchange&flow=failing").stream()
                                .filter(entry -> entry.path("outcome").asText().equals("failed"))
                                .count()
                        >= 2);
        assertThat(MAILBOX.unseen("Failing")).isEqualTo(1);
        assertThat(MAILBOX.count("Never")).isZero();
        assertThat(hub.message("failing", "F-1")).isEmpty();
    }

    @Test
    void isNotReadFromAServerThatIsNotKnownToBeTheRightOne() throws Exception {
        try (TlsFront untrusted = TlsFront.of(MAILBOX.imapPort());
                TlsFront elsewhere = IMAPS.again()) {
            MAILBOX.append("Elsewhere", reminder("E-1", "+351912340006"));
            List<String> before = routes();
            load("untrusted", ELSEWHERE.formatted("untrusted", "127.0.0.1", untrusted.port()));
            load("other-name", ELSEWHERE.formatted("other-name", "localhost", elsewhere.port()));

            Awaitility.await().atMost(PATIENCE).until(() -> untrusted.attempts() >= 2 && elsewhere.attempts() >= 2);

            assertThat(untrusted.conversations()).isZero();
            assertThat(elsewhere.conversations()).isZero();
            assertThat(MAILBOX.unseen("Elsewhere")).isEqualTo(1);
            assertThat(IMAPS.conversations()).isPositive();
            for (String route : routes()) {
                if (!before.contains(route)) {
                    camel.getRouteController().stopRoute(route);
                    camel.removeRoute(route);
                }
            }
        }
    }

    private List<String> routes() {
        return camel.getRoutes().stream().map(Route::getRouteId).toList();
    }

    private void load(String name, String flow) throws Exception {
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString(name + ".camel.yaml", flow));
    }

    @Test
    void waitsWhileTheMailboxIsAwayAndOtherFlowsGoOn() throws Exception {
        String person = "+351912340005";
        hub.grant(person, "order-updates");
        MAILBOX.stop();
        Awaitility.await("health shows it")
                .atMost(PATIENCE)
                .until(() -> health.health().getStatus().equals(Status.DOWN));
        CLINIC.drop(Installation.order("while-away", person));
        hub.awaitState("order-shipped", "while-away", "READ");

        MAILBOX.restart();
        MAILBOX.send(reminder("after-away", person));

        hub.awaitState(FLOW, "after-away", "READ");
        Awaitility.await("health is well again")
                .atMost(PATIENCE)
                .until(() -> health.health().getStatus().equals(Status.UP));
    }

    private void awaitFolder(String folder, String subject) {
        Awaitility.await().atMost(PATIENCE).until(() -> MAILBOX.subjects(folder).contains(subject));
    }

    private List<JsonNode> refusals(String word) {
        return hub.audit("kind=message.refused&flow=" + FLOW).stream()
                .filter(entry -> entry.path("reason").asText().startsWith(word))
                .toList();
    }
}
