package dev.sealpost.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.testing.FreePort;
import dev.sealpost.testing.HubClient;
import dev.sealpost.testing.HubProcess;
import dev.sealpost.testing.Installation;
import dev.sealpost.testing.OwnCrm;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The hub's process is killed with {@code kill -9} while it reads a long list of the CRM, page by page. */
@Tag("fault")
@DisplayName("A hub that is killed while it polls a CRM")
class KilledWhilePollingTest {

    private static final int CONTACTS = 450;

    private final Installation shop = Installation.of("killed-crm");
    private final OwnCrm crm = OwnCrm.start(shop.directory().resolve("crm"), 0);
    private final int port = FreePort.next();
    private HubProcess process;

    @AfterEach
    void stop() throws Exception {
        process.kill();
        shop.close();
        crm.close();
    }

    @Test
    void losesNoContactAndDoublesNone() {
        List<String> changes = IntStream.range(0, CONTACTS)
                .mapToObj(i -> OwnCrm.changeOf(crm.optIn("k-" + i, "+35191%07d".formatted(4_500_000 + i))))
                .toList();
        crm.order("{\"kind\":\"slow\",\"milliseconds\":150}");
        shop.withCrm(crm);
        process = shop.startHub(port);
        Awaitility.await("it is in the middle of the list")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> crm.pages() >= 2);

        process.kill();
        int pagesBefore = crm.pages();
        process = shop.startHub(port);
        HubClient hub = shop.hubAt(port);

        hub.awaitState("crm-opt-in", changes.get(CONTACTS - 1), "RECORDED");
        Awaitility.await("the audit has it all").untilAsserted(() -> {
            assertThat(each(hub, "consent.requested", "subject"))
                    .hasSize(CONTACTS)
                    .doesNotHaveDuplicates();
            assertThat(each(hub, "message.recorded", "message"))
                    .hasSize(CONTACTS)
                    .doesNotHaveDuplicates();
        });
        assertThat(pagesBefore).isLessThan(CONTACTS / 100);
    }

    private static List<String> each(HubClient hub, String kind, String field) {
        return hub.audit("flow=crm-opt-in&kind=" + kind).stream()
                .map(entry -> entry.path(field).asText())
                .toList();
    }
}
