package dev.sealpost.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.configuration.Faults;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.Model;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The lint of a flow of the Java DSL")
class JavaFlowsTest {

    private static final String FROM = "kamelet:kafka-intake?topic=x";
    private static final String RECEIVE = "kamelet:receive?event=order-shipped&id=$.orderId&phone=$.customer.phone";
    private static final String CONSENT = "kamelet:require-consent?purpose=order-updates";
    private static final String MINIMISE = "kamelet:minimise";
    private static final String SEAL = "kamelet:seal";
    private static final String DELIVER = "kamelet:deliver?template=order_shipped";

    @Test
    void findsNothingInTheLawfulOrder() throws Exception {
        assertThat(check(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from(FROM)
                                .routeId("java-flow")
                                .routeConfigurationId("deliver-with-retry")
                                .to(RECEIVE)
                                .to(CONSENT)
                                .log("on its way")
                                .to(MINIMISE)
                                .to(SEAL)
                                .to(DELIVER);
                    }
                }))
                .isEmpty();
    }

    @Test
    void findsWhatIsWrongAtItsLine() throws Exception {
        List<Finding> findings = check(new RouteBuilder() {
            @Override
            public void configure() {
                onException(Exception.class).handled(true);
                from(FROM)
                        .routeId("java-flow")
                        .to(RECEIVE)
                        .process(exchange -> {})
                        .to(MINIMISE)
                        .to(CONSENT)
                        .log("${body}")
                        .choice()
                        .when(simple("${body.phone}"))
                        .to(SEAL)
                        .end()
                        .toD("whatsapp:x")
                        .bean("x")
                        .to(DELIVER)
                        .to("log:done");
            }
        });
        assertThat(findings)
                .extracting(Finding::rule)
                .containsExactlyInAnyOrder(
                        "policy",
                        "route-setting",
                        "code",
                        "misordered-step",
                        "log-content",
                        "expression",
                        "branch",
                        "raw-whatsapp",
                        "code",
                        "egress");
        assertThat(findings).extracting(Finding::file).containsOnly("JavaFlowsTest.java");
        int process = findings.stream()
                .filter(finding -> finding.rule().equals("code"))
                .findFirst()
                .orElseThrow()
                .line();
        assertThat(findings)
                .filteredOn(finding -> finding.rule().equals("misordered-step"))
                .extracting(Finding::line)
                .containsExactly(process + 1);
    }

    @Test
    void refusesATemplateThatIsNoKamelet() throws Exception {
        List<Finding> findings = check(new RouteBuilder() {
            @Override
            public void configure() {
                routeTemplate("order").from(FROM).to("log:orders");
            }
        });

        assertThat(findings).extracting(Finding::rule).containsExactly("top-level");
    }

    private static List<Finding> check(RouteBuilder routes) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.setSourceLocationEnabled(true);
            Settings settings = new SettingsReader(
                            Path.of("config"), SettingsFiles.read(Path.of("config"), new Faults()))
                    .read(new Faults());
            Catalog catalog = new Lint(RouteFiles.ofHub(Path.of("routes")), settings).catalog(new Findings());
            ModelCheck check = new ModelCheck(catalog);
            context.getCamelContextExtension().getContextPlugin(Model.class).addModelLifecycleStrategy(check);
            context.addRoutes(routes);
            return check.findings();
        }
    }
}
