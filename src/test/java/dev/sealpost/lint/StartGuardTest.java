package dev.sealpost.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sealpost.configuration.Faults;
import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@DisplayName("The start of a hub with a refused flow of the Java DSL")
@ExtendWith(OutputCaptureExtension.class)
class StartGuardTest {

    @Test
    void isGivenUpWithOneReportAndNoErrorOfCamelsBesideIt(CapturedOutput output) {
        Throwable failure = catchThrowable(() -> new SpringApplicationBuilder(Hub.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "camel.main.routes-include-pattern=false",
                        "camel.main.source-location-enabled=true",
                        "logging.level.org.springframework.context.annotation=error") // as the hub's web context
                .run());

        assertThat(Throwables.getRootCause(failure)).isInstanceOf(FlowsRefused.class);
        assertThat(output.getAll())
                .containsOnlyOnce("StartGuardTest.java:")
                .containsOnlyOnce(" raw-whatsapp: ")
                .containsOnlyOnce(" ERROR ")
                .containsOnlyOnce("1 finding in the flows:")
                .doesNotContain("\tat ", "Exception");
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(CamelAutoConfiguration.class)
    @Import({ModelCheck.class, StartGuard.class})
    static class Hub {

        @Bean
        Catalog flowCatalog() {
            Settings settings = new SettingsReader(
                            Path.of("config"), SettingsFiles.read(Path.of("config"), new Faults()))
                    .read(new Faults());
            return new Lint(RouteFiles.ofHub(Path.of("routes")), settings).catalog(new Findings());
        }

        @Bean
        RouteBuilder refusedFlow(CamelContext context) {
            return new RouteBuilder(context) {
                @Override
                public void configure() {
                    from("kamelet:kafka-intake?topic=x")
                            .routeId("java-flow")
                            .routeConfigurationId("deliver-with-retry")
                            .to("kamelet:receive?event=order-shipped&id=$.orderId&phone=$.customer.phone")
                            .to("kamelet:require-consent?purpose=order-updates")
                            .to("whatsapp:x")
                            .to("kamelet:minimise")
                            .to("kamelet:seal")
                            .to("kamelet:deliver?template=order_shipped");
                }
            };
        }
    }
}
