package dev.sealpost.crm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sealpost.testing.HubClient;
import dev.sealpost.testing.HubTest;
import dev.sealpost.testing.Installation;
import dev.sealpost.testing.OwnCrm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
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
        assertThat(hub.audit("kind=consent.requested&flow=" + FLOW))
                .extracting(entry -> entry.path("message").asText())
                .containsExactly(message.path("id").asText());
    }

    private JsonNode consents(String phone) throws Exception {
        return new ObjectMapper()
                .readTree(hub.call("POST", "/api/consents/search", "{\"phone\":\"%s\"}".formatted(phone))
                        .body());
    }
}
