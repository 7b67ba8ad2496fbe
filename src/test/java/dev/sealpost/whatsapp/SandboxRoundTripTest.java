package dev.sealpost.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sealpost.delivery.Channel;
import dev.sealpost.delivery.DeliveryOutcome;
import dev.sealpost.delivery.DeliveryOutcome.Accepted;
import dev.sealpost.delivery.DeliveryOutcome.Rejected;
import dev.sealpost.delivery.DeliveryOutcome.RetryLater;
import dev.sealpost.delivery.DeliveryOutcome.Uncertain;
import dev.sealpost.delivery.Effect;
import dev.sealpost.delivery.OutboundMessage;
import dev.sealpost.delivery.Scope;
import dev.sealpost.delivery.StatusUpdate;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.MessageState;
import dev.sealpost.message.Reason;
import dev.sealpost.pause.Pauses;
import dev.sealpost.sealing.OpenedContent;
import dev.sealpost.subject.PhoneNumber;
import dev.sealpost.testing.OwnCloudApi;
import dev.sealpost.testing.Parts;
import dev.sealpost.vault.TestVault;
import dev.sealpost.whatsapp.cloudapi.CloudApiErrors;
import dev.sealpost.whatsapp.cloudapi.Wamids;
import dev.sealpost.whatsapp.webhook.WebhookSlice;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Channel and webhook as Spring wires them, with the sandbox's Cloud API on the other side, there and back. */
@SpringBootTest(
        classes = SandboxRoundTripTest.WhatsApp.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "server.address=127.0.0.1",
            "camel.main.routes-include-pattern=false",
            "sealpost.whatsapp.request-timeout=2s"
        })
class SandboxRoundTripTest {

    private static final Map<String, String> FIELDS =
            Map.of("firstName", "Ana", "orderNumber", "A-1001", "trackingLink", "https://track.example/A-1001");

    @TempDir
    static Path directory;

    private static OwnCloudApi sandbox;

    @LocalServerPort
    int port;

    @Autowired
    Channel channel;

    @Autowired
    WebhookSlice.Committed committed;

    @BeforeAll
    static void startSandbox() throws IOException {
        sandbox = OwnCloudApi.start(directory);
    }

    @AfterAll
    static void stopSandbox() throws IOException {
        sandbox.close();
    }

    @DynamicPropertySource
    static void parts(DynamicPropertyRegistry registry) {
        Parts.database().register(registry);
        registry.add("sealpost.whatsapp.base-uri", () -> sandbox.uri());
    }

    @Test
    void aMessageArrivesAndItsStatusesComeBackUnderTheHubsId() {
        sandbox.client().sendWebhooksTo(URI.create("http://127.0.0.1:" + port + "/webhooks/whatsapp"));
        MessageId id = MessageId.next();

        DeliveryOutcome outcome = send(id, "+351912345678");

        assertThat(outcome).isInstanceOf(Accepted.class);
        assertThat(sandbox.client().messagesTo("+351912345678")).singleElement().satisfies(received -> {
            assertThat(new Wamids(TestVault.blindIndexer())
                            .index(received.path("id").textValue()))
                    .isEqualTo(((Accepted) outcome).channelId());
            assertThat(received.path("template").textValue()).isEqualTo("order_shipped");
            assertThat(received.path("rendered").textValue()).contains("Ana", "A-1001");
        });
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(committed.updates())
                .filteredOn(update -> id.equals(update.message()))
                .extracting(StatusUpdate::state)
                .contains(MessageState.SENT, MessageState.DELIVERED, MessageState.READ));
    }

    @Test
    void theMagicRecipientsGetTheOutcomesOfTheContract() {
        assertThat(send(MessageId.next(), "+351912131026"))
                .isEqualTo(new Rejected(CloudApiErrors.reason(131026), 131026, true, Set.of()));
        assertThat(send(MessageId.next(), "+351912000190"))
                .isEqualTo(new RetryLater(
                        CloudApiErrors.reason(190), 190, null, Scope.PAUSED, Set.of(Effect.PAUSE_SENDER)));
        assertThat(send(MessageId.next(), "+351912000200"))
                .isEqualTo(new Uncertain(Reason.of("unusable-answer", "HTTP 200, no id and no error code")));
        assertThat(send(MessageId.next(), "+351912000408"))
                .isEqualTo(new Uncertain(Reason.of("no-answer", "timed out after the request was written")));
        assertThat(send(MessageId.next(), "+351912000500"))
                .isEqualTo(new Uncertain(Reason.of("connection-lost", "after the request was written")));
    }

    private DeliveryOutcome send(MessageId id, String phone) {
        var content = new OpenedContent(new PhoneNumber(phone), FIELDS);
        return channel.send(new OutboundMessage(
                        id, "order-shipped", "order-updates", "order_shipped", "shop", null, content, null))
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(CamelAutoConfiguration.class)
    @Import(WebhookSlice.class)
    @ConfigurationPropertiesScan(basePackageClasses = WhatsAppSettings.class)
    @ComponentScan(
            basePackageClasses = WhatsAppSettings.class,
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = ".*(Slice|Test).*|.*\\.whatsapp\\.(account|approval|inbound)\\..*"))
    static class WhatsApp {

        @Bean
        AccessTokens accessTokens() {
            return Sender::token;
        }

        @Bean
        Pauses pauses() {
            return TestMessageRequests.nothingPaused();
        }
    }
}
