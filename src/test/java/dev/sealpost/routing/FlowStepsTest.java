package dev.sealpost.routing;

import static dev.sealpost.testing.Installation.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.intake.Accepted;
import dev.sealpost.intake.Admission;
import dev.sealpost.intake.EventEntrance;
import dev.sealpost.intake.RawEvent;
import dev.sealpost.testing.DeadLetters;
import dev.sealpost.testing.HubClient;
import dev.sealpost.testing.HubTest;
import dev.sealpost.testing.Installation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.RoutesLoader;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
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

/** The kamelets in flows as engineers write them, and as they should not. */
@HubTest
@DisplayName("A flow")
class FlowStepsTest {

    private static final String RECEIVE =
            step("receive", "event: order-shipped, id: $.orderId, phone: $.customer.phone");
    private static final String CONSENT = step("require-consent", "purpose: order-updates");
    private static final String MINIMISE = "        - to: kamelet:minimise\n";
    private static final String SEAL = "        - to: kamelet:seal\n";
    private static final String DELIVER = step("deliver", "template: order_shipped");
    private static final String PERSON = "+351917771001";
    private static final Installation SHOP = Installation.of("flow-steps");

    /** The lint lets none but the first start: this is what the steps do if it ever did. */
    private static final List<String> FLOWS = List.of(
            flow("lone", RECEIVE + CONSENT + MINIMISE + SEAL + DELIVER),
            flow("skips-consent", RECEIVE + MINIMISE + SEAL + DELIVER),
            flow("skips-sealing", RECEIVE + CONSENT + MINIMISE + DELIVER),
            flow("no-deliver", RECEIVE + CONSENT),
            flow("no-receive", CONSENT),
            flow(
                    "other-purpose",
                    RECEIVE + step("require-consent", "purpose: no-such-purpose") + MINIMISE + SEAL + DELIVER),
            flow("other-template", RECEIVE + CONSENT + MINIMISE + SEAL + step("deliver", "template: no_such_template")),
            flow(
                    "other-category",
                    RECEIVE + step("require-consent", "purpose: sign-in-codes") + MINIMISE + SEAL + DELIVER));

    @LocalServerPort
    private int port;

    @Autowired
    private CamelContext camel;

    @Autowired
    private EventEntrance entrance;

    @Autowired
    private ProducerTemplate source;

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
    void flowsRunAndThePersonAgrees() throws Exception {
        if (camel.getRoute("lone") == null) {
            addPastTheLint();
        }
        hub = SHOP.hubAt(port);
        deadLetters = new DeadLetters(database);
        hub.grant(PERSON, "order-updates");
    }

    @Test
    void takesAMessageThatComesAlone() {
        source.sendBody("direct:lone", order("L-1", PERSON));
        source.sendBody("direct:lone", order("L-1", PERSON));

        hub.awaitState("lone", "L-1", "READ");
        assertThat(SHOP.phone().messagesTo(PERSON)).hasSize(1);
    }

    @Test
    void thatSkipsAStepSendsNothingAndKeepsTheEventSealed() {
        source.sendBody("direct:skips-consent", order("S-1", PERSON));
        source.sendBody("direct:skips-sealing", order("S-2", PERSON));

        assertThat(hub.awaitRefusal("skips-consent", "S-1"))
                .startsWith("wrong-order: Minimise takes a ConsentedMessage, which require-consent makes");
        assertThat(hub.awaitRefusal("skips-sealing", "S-2"))
                .startsWith("wrong-order: Deliver takes a SealedMessage, which seal makes");
        assertThat(deadLetters.count("wrong-order")).isEqualTo(2);
    }

    @Test
    void thatEndsWithoutDeliverLosesNothing() {
        source.sendBody("direct:no-deliver", order("N-1", PERSON));

        assertThat(hub.awaitRefusal("no-deliver", "N-1")).startsWith("no-outcome");
        assertThat(deadLetters.count("no-outcome")).isEqualTo(1);
    }

    @Test
    void withoutReceiveFailsSoThatItsSourceKeepsTheEvent() {
        assertThatThrownBy(() -> source.sendBody("direct:no-receive", order("R-1", PERSON)))
                .isInstanceOf(CamelExecutionException.class)
                .hasRootCauseMessage("kamelet:receive has to be the first step of a flow");
    }

    @Test
    void withAnUnknownPurposeRefuses() {
        source.sendBody("direct:other-purpose", order("P-1", PERSON));

        assertThat(hub.awaitRefusal("other-purpose", "P-1")).startsWith("unknown-purpose");
    }

    @Test
    void withATemplateThatDoesNotFitKeepsTheEventSealed() {
        source.sendBody("direct:other-template", order("T-1", PERSON));
        source.sendBody("direct:other-category", order("T-2", PERSON));

        assertThat(hub.awaitRefusal("other-template", "T-1")).startsWith("unknown-template");
        assertThat(hub.awaitRefusal("other-category", "T-2")).startsWith("template-category");
        assertThat(deadLetters.count("template-category")).isEqualTo(1);
    }

    @Test
    void fromASourceKameletDoesNotStartUnlessItSaysOnceHowEventsAreRead() {
        RouteBuilder twice = new RouteBuilder() {
            @Override
            public void configure() {
                String receive = "kamelet:receive?event=order-shipped&id=$.orderId&phone=$.customer.phone";
                from("kamelet:kafka-intake?topic=" + SHOP.topic())
                        .routeId("twice")
                        .to(receive)
                        .to(receive);
            }
        };

        assertThatThrownBy(() -> camel.addRoutes(twice))
                .hasStackTraceContaining("Flow twice has 2 steps kamelet:receive; it needs exactly one");
    }

    @Test
    void takesEventsInBesideItsSourceAsOneUnit() {
        Admission admission = entrance.accept(
                "order-shipped", List.of(raw(order("E-1", PERSON)), raw(order("E-1", PERSON)), raw("{}")));

        List<Accepted> events = ((Admission.Admitted) admission).events();
        assertThat(events.get(0)).isInstanceOf(Accepted.Queued.class);
        assertThat(events.get(1)).isEqualTo(new Accepted.Duplicate(events.get(0).id()));
        assertThat(events.get(2)).isInstanceOf(Accepted.SetAside.class);
        assertThat(hub.awaitState("order-shipped", "E-1", "READ").path("id").asText())
                .isEqualTo(events.get(0).id().toString());
        assertThat(hub.audit("kind=exchange&flow=order-shipped")).hasSize(3);
    }

    @Test
    void thatIsUnknownOrStoppedTakesNothingIn() throws Exception {
        camel.getRouteController().stopRoute("order-shipped");
        try {
            assertThat(entrance.accept("order-shipped", List.of(raw(order("E-2", PERSON)))))
                    .isInstanceOf(Admission.Stopped.class);
        } finally {
            camel.getRouteController().startRoute("order-shipped");
        }
        assertThat(entrance.accept("no-such-flow", List.of(raw(order("E-2", PERSON)))))
                .isInstanceOf(Admission.UnknownFlow.class);
        assertThat(hub.message("order-shipped", "E-2")).isEmpty();
    }

    @Test
    void takesNothingInIfWhatBelongsToItFails() {
        Consumer<List<Accepted>> failing = accepted -> {
            throw new IllegalStateException("not now");
        };

        assertThatThrownBy(() -> entrance.accept("order-shipped", List.of(raw(order("E-3", PERSON))), failing))
                .hasMessage("not now");
        assertThat(hub.message("order-shipped", "E-3")).isEmpty();
    }

    @Test
    void isWiretappedWhetherItsMessageEndedOrFailed() {
        source.sendBody("direct:lone", "not an order");
        assertThatThrownBy(() -> source.sendBody("direct:no-receive", "x")).isInstanceOf(CamelExecutionException.class);

        Awaitility.await().untilAsserted(() -> {
            assertThat(hub.audit("kind=exchange&flow=lone"))
                    .extracting(FlowStepsTest::outcome)
                    .contains("ended");
            assertThat(hub.audit("kind=exchange&flow=no-receive"))
                    .extracting(FlowStepsTest::outcome)
                    .contains("failed");
        });
    }

    private static RawEvent raw(String event) {
        return new RawEvent(event.getBytes(StandardCharsets.UTF_8), "test:" + UUID.randomUUID());
    }

    /** Into the running context: the lint guards the start. */
    private void addPastTheLint() throws Exception {
        RoutesLoader loader = PluginHelper.getRoutesLoader(camel);
        for (String flow : FLOWS) {
            loader.loadRoutes(ResourceHelper.fromString("test-" + FLOWS.indexOf(flow) + ".camel.yaml", flow));
        }
    }

    private static String outcome(JsonNode entry) {
        return entry.path("outcome").asText();
    }

    private static String flow(String id, String steps) {
        return """
                - route:
                    id: %s
                    description: A flow of FlowStepsTest.
                    routeConfigurationId: deliver-with-retry
                    from:
                      uri: direct:%s
                      steps:
                %s"""
                .formatted(id, id, steps);
    }

    private static String step(String kamelet, String parameters) {
        return "        - to: {uri: \"kamelet:%s\", parameters: {%s}}\n".formatted(kamelet, parameters);
    }
}
