package dev.sealpost.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.testing.HubClient;
import dev.sealpost.testing.OwnCrm;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The hub's process is killed with {@code kill -9} while it reads a long list of the CRM, page by page. */
abstract class KilledWhilePolling extends KillableHub {

    private static final int CONTACTS = 450;

    @Test
    void losesNoContactAndDoublesNone() {
        CRM.order("{\"kind\":\"outage\"}");
        List<String> changes = IntStream.range(0, CONTACTS)
                .mapToObj(i -> OwnCrm.changeOf(CRM.optIn("k-" + i, "+35191%07d".formatted(4_500_000 + i))))
                .toList();
        int before = CRM.pages();
        CRM.clearFaults();
        CRM.order("{\"kind\":\"slow\",\"milliseconds\":150}");
        Awaitility.await("it is in the middle of the list")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> CRM.pages() >= before + 2);

        kill();
        int pages = CRM.pages() - before;
        restart();

        hub.awaitState("crm-opt-in", changes.get(CONTACTS - 1), "RECORDED");
        Awaitility.await("the audit has it all").untilAsserted(() -> {
            assertThat(each(hub, "consent.requested", "subject"))
                    .hasSize(CONTACTS)
                    .doesNotHaveDuplicates();
            assertThat(each(hub, "message.recorded", "message"))
                    .hasSize(CONTACTS)
                    .doesNotHaveDuplicates();
        });
        assertThat(pages).isLessThan(CONTACTS / 100);
    }

    private static List<String> each(HubClient hub, String kind, String field) {
        return hub.audit("flow=crm-opt-in&kind=" + kind).stream()
                .map(entry -> entry.path(field).asText())
                .toList();
    }
}
