package dev.sealpost.crm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sealpost.testing.HubClient;
import dev.sealpost.testing.HubTest;
import dev.sealpost.testing.Installation;
import dev.sealpost.testing.OwnCrm;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The flow {@code crm-opt-in} as it is shipped, with the sandbox's CRM. */
@HubTest
@DisplayName("A contact of the CRM")
class CrmOptInTest {

    private static final String FLOW = "crm-opt-in";
    private static final Installation SHOP = Installation.of("crm");
    private static final OwnCrm CRM = OwnCrm.start(SHOP.directory().resolve("crm"), 0);

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("crmHealthIndicator")
    private HealthIndicator health;

    private HubClient hub;

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        SHOP.withCrm(CRM).register(registry);
    }

    @AfterAll
    static void close() throws Exception {
        SHOP.close();
        CRM.close();
    }

    @BeforeEach
    void connect() {
        hub = SHOP.hubAt(port);
        CRM.clearFaults();
    }

    @Test
    void whoOptedInIsToBeAskedWithTheEvidenceSealed() throws Exception {
        JsonNode contact = CRM.optIn("c-1", "+351914440001");

        JsonNode message = hub.awaitState(FLOW, OwnCrm.changeOf(contact), "RECORDED");

        assertThat(message.path("purpose").asText()).isEqualTo("order-updates");
        JsonNode said = consents("+351914440001").path("history").path(0);
        assertThat(said.path("status").asText()).isEqualTo("requested");
        assertThat(said.path("evidence").path("source").asText()).isEqualTo("crm");
        assertThat(said.path("evidence").path("proof").asText()).isEqualTo("shop-crm:/contacts/c-1");
        assertThat(said.path("evidence").path("at").asText())
                .isEqualTo(contact.path("optInAt").asText());
        Awaitility.await().untilAsserted(() -> assertThat(hub.audit("kind=consent.requested&flow=" + FLOW))
                .extracting(entry -> entry.path("message").asText())
                .containsOnlyOnce(message.path("id").asText()));
    }

    @Test
    void whoseNumberChangesIsToBeAskedUnderTheNewOneAndTheOldOneStaysAsItIs() throws Exception {
        hub.awaitState(FLOW, OwnCrm.changeOf(CRM.optIn("c-2", "+351914440002")), "RECORDED");

        JsonNode moved = CRM.put("c-2", "{\"phone\":\"+351914440003\"}");

        hub.awaitState(FLOW, OwnCrm.changeOf(moved), "RECORDED");
        assertThat(lastSaid("+351914440003")).isEqualTo("requested");
        assertThat(consents("+351914440002").path("history")).hasSize(1);
    }

    @Test
    void whoSaidStopIsAskedAgainOnlyAfterANewOptIn() throws Exception {
        String person = "+351914440004";
        hub.awaitState(FLOW, OwnCrm.changeOf(CRM.optIn("c-4", person)), "RECORDED");
        hub.withdraw(person, "order-updates");

        JsonNode renamed = CRM.put("c-4", "{\"name\":\"Ana S.\"}");
        JsonNode refused = hub.awaitState(FLOW, OwnCrm.changeOf(renamed), "REFUSED");
        assertThat(refused.toString()).contains("withdrawn");
        assertThat(lastSaid(person)).isEqualTo("withdrawn");

        CRM.put("c-4", "{\"whatsappOptIn\":false}");
        hub.awaitState(FLOW, OwnCrm.changeOf(CRM.optIn("c-4", person)), "RECORDED");
        assertThat(lastSaid(person)).isEqualTo("requested");
    }

    @Test
    void whoseOptInLiesInTheFutureIsNotAskedAgainAfterAStop() throws Exception {
        String person = "+351914440005";
        hub.awaitState(FLOW, OwnCrm.changeOf(CRM.optIn("c-5", person)), "RECORDED");
        hub.withdraw(person, "order-updates");

        JsonNode ahead = CRM.put("c-5", "{\"optInAt\":\"2099-01-01T00:00:00Z\"}");

        JsonNode refused = hub.awaitState(FLOW, OwnCrm.changeOf(ahead), "REFUSED");
        assertThat(refused.toString()).contains("withdrawn");
        assertThat(lastSaid(person)).isEqualTo("withdrawn");
    }

    @Test
    void isWaitedForWhileTheCrmIsAwayAndTheHealthSaysWhichOne() {
        Awaitility.await().until(() -> health.health().getStatus().equals(Status.UP));
        CRM.order("{\"kind\":\"outage\"}");

        Awaitility.await().until(() -> !health.health().getStatus().equals(Status.UP));
        Health away = health.health();
        assertThat(away.getStatus().getCode()).isEqualTo("DEGRADED");
        assertThat(away.getDetails()).containsOnlyKeys("crm-opt-in from crm:shop-crm:/contacts");
        assertThat(away.getDetails().toString()).contains("trouble=unavailable: status 500", "failures=", "nextPoll=");

        CRM.clearFaults();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> health.health().getStatus().equals(Status.UP));
    }

    private String lastSaid(String phone) throws Exception {
        return consents(phone).path("history").path(0).path("status").asText();
    }

    private JsonNode consents(String phone) throws Exception {
        return new ObjectMapper()
                .readTree(hub.call("POST", "/api/consents/search", "{\"phone\":\"%s\"}".formatted(phone))
                        .body());
    }
}
