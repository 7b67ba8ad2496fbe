package dev.sealpost.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.testing.FreePort;
import dev.sealpost.testing.HubClient;
import dev.sealpost.testing.HubProcess;
import dev.sealpost.testing.Installation;
import dev.sealpost.testing.OwnMailbox;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Fault 1 and 12 for mails: two hubs read one mailbox; {@code kill -9} of one, then the mailbox goes away and comes back. */
@Tag("fault")
@DisplayName("One of two hubs on a mailbox that is killed")
class KilledMailIntakeTest {

    private static final String FLOW = "appointment-reminder";
    private static final int MAILS = 60;

    private final OwnMailbox mailbox = OwnMailbox.start("killed-mail");
    private final Installation clinic = Installation.of("killed-mail")
            .withMailbox(mailbox)
            .with("sealpost.delivery.lease", "10s")
            .with("sealpost.delivery.sweep-interval", "500ms")
            .with("sealpost.whatsapp.connect-timeout", "2s")
            .with("sealpost.whatsapp.request-timeout", "5s");
    private final int otherPort = FreePort.next();
    private HubProcess process;
    private HubProcess other;

    @AfterEach
    void stop() throws Exception {
        process.kill();
        other.kill();
        clinic.close();
        mailbox.close();
    }

    @Test
    void losesNoMailAndDoublesNone() throws Exception {
        other = clinic.startHub(otherPort);
        process = clinic.startHub(FreePort.next());
        HubClient hub = clinic.hubAt(otherPort);
        IntStream.range(0, MAILS).forEach(i -> mailbox.send(OwnMailbox.reminder("K-" + i, person(i))));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> mailbox.count("Processed") >= MAILS / 4);

        process.kill();
        assertThat(mailbox.count("INBOX")).isPositive();
        mailbox.stop();
        mailbox.restart();

        Awaitility.await("the inbox is empty").atMost(Duration.ofMinutes(2)).until(() -> mailbox.count("INBOX") == 0);
        Awaitility.await("each is sent once, or known to be uncertain")
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> IntStream.range(0, MAILS).forEach(i -> isReceivedOnceOrUncertain(hub, i)));
        assertThat(mailbox.count("Refused")).isZero();
    }

    private void isReceivedOnceOrUncertain(HubClient hub, int mail) {
        List<JsonNode> received = clinic.phone().messagesTo(person(mail));
        assertThat(received).hasSizeLessThanOrEqualTo(1);
        String state = hub.message(FLOW, "K-" + mail)
                .orElseThrow(() -> new AssertionError("mail " + mail + " is lost"))
                .path("state")
                .asText();
        assertThat(state)
                .isIn(received.isEmpty() ? List.of("UNCERTAIN", "PARKED") : List.of("READ", "DELIVERED", "SENT"));
    }

    private static String person(int mail) {
        return "+35191666%04d".formatted(mail);
    }
}
