package dev.sealpost.story;

import static dev.sealpost.testing.OwnMailbox.reminder;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.testing.HubClient;
import dev.sealpost.testing.HubTest;
import dev.sealpost.testing.Installation;
import dev.sealpost.testing.OwnMailbox;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A clinic's mail, from SMTP to the patient's phone. */
@HubTest
@DisplayName("A clinic's mail")
class AppointmentStoryTest {

    private static final String FLOW = "appointment-reminder";
    private static final OwnMailbox MAILBOX = mailbox();
    private static final Installation CLINIC = Installation.of("appointments").withMailbox(MAILBOX);

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate database;

    private HubClient hub;

    private static OwnMailbox mailbox() {
        try {
            return OwnMailbox.start("appointments");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        CLINIC.register(registry);
    }

    @AfterAll
    static void close() throws Exception {
        CLINIC.close();
        MAILBOX.close();
    }

    @BeforeEach
    void connect() {
        hub = CLINIC.hubAt(port);
    }

    @Test
    void tellsThePatientThatThereIsNewsAndNotOneFieldOfIt() {
        MAILBOX.send(reminder("77", "+351 912 345 678"));

        hub.awaitState(FLOW, "77", "READ");
        JsonNode received = CLINIC.phone().messagesTo("+351912345678").get(0);
        assertThat(received.path("rendered").asText())
                .isEqualTo("Your clinic has news for you. Please sign in to the patient portal to read it.");
        assertThat(received.path("body").toString())
                .doesNotContain("Kanarienvogel", "Zwitscher", "09:30", "2026-12-01", "77\"");
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> MAILBOX.count("Processed") == 1);
        assertThat(MAILBOX.count("INBOX")).isZero();
        assertThat(hub.audit("kind=message.received&flow=" + FLOW).get(0).toString())
                .contains("mail:INBOX:");
    }
}
