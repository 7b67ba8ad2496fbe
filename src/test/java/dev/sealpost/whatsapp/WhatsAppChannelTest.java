package dev.sealpost.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sealpost.consent.TemplateCategory;
import dev.sealpost.delivery.DeliveryOutcome;
import dev.sealpost.delivery.DeliveryOutcome.Accepted;
import dev.sealpost.delivery.DeliveryOutcome.Rejected;
import dev.sealpost.delivery.DeliveryOutcome.RetryLater;
import dev.sealpost.delivery.DeliveryOutcome.Uncertain;
import dev.sealpost.delivery.Destination;
import dev.sealpost.delivery.OutboundMessage;
import dev.sealpost.delivery.Scope;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.Reason;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.sealing.OpenedContent;
import dev.sealpost.subject.PhoneNumber;
import dev.sealpost.vault.TestVault;
import dev.sealpost.whatsapp.cloudapi.CloudApi;
import dev.sealpost.whatsapp.cloudapi.CloudApiStub;
import dev.sealpost.whatsapp.cloudapi.OneTimeBody;
import dev.sealpost.whatsapp.cloudapi.Wamids;
import dev.sealpost.whatsapp.request.Definitions;
import dev.sealpost.whatsapp.request.TestDefinitions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.component.whatsapp.WhatsAppService;
import org.apache.camel.component.whatsapp.model.TextMessageRequest;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The channel with the real route and the real camel-whatsapp component, against a stub of the Cloud API. */
class WhatsAppChannelTest {

    private static final Wamids WAMIDS = new Wamids(TestVault.blindIndexer());
    private static final Definitions DEFINITIONS = TestDefinitions.of(
            """
            templates:
              order_shipped: {language: en, category: utility, parameters: [firstName, orderNumber, trackingLink]}
              clinic_news: {language: pt_PT, category: utility, parameters: []}
              sign_in_code: {language: en, category: authentication, parameters: [code]}
            """);
    private static final Map<String, String> FIELDS = Map.of(
            "firstName", "Ana", "orderNumber", "A-1001", "trackingLink", "https://track.example/A-1001", "unused", "-");
    private static final String ANA = "+351912345678";

    private CloudApiStub stub = CloudApiStub.answering(200, CloudApiStub.ACCEPTED);
    private DefaultCamelContext camel;
    private CloudApi cloudApi;
    private WhatsAppChannel channel;

    @BeforeEach
    void startsWithAFriendlyApi() throws Exception {
        start();
    }

    @AfterEach
    void stop() throws Exception {
        camel.stop();
        cloudApi.close();
        stub.close();
    }

    @Test
    void saysHowLongASendCanTakeAtMost() {
        Duration timeOuts = Duration.ofMillis(500).plusSeconds(2);

        assertThat(channel.deadline()).isEqualTo(timeOuts.plusSeconds(2));
    }

    @Nested
    class ARequest {

        @Test
        void isWhatTheCloudApiWants() throws Exception {
            OutboundMessage message = message("order_shipped", ANA, FIELDS);

            assertThat(outcome(message)).isEqualTo(new Accepted(WAMIDS.index("wamid.1")));

            assertThat(stub.requests()).singleElement().satisfies(request -> {
                assertThat(request.line())
                        .isEqualTo("POST /v23.0/100000000000001/messages?appsecret_proof="
                                + "e42cd5c8c559a1bae17cbbba3eb0fb9361c7ac0db9b5c5864ca5d5e3341c4830 HTTP/1.1");
                assertThat(request.header("Authorization")).isEqualTo("Bearer token-of-shop");
                assertThat(json(request.body()))
                        .isEqualTo(json(
                                """
                        {"messaging_product": "whatsapp", "recipient_type": "individual", "to": "351912345678",
                         "type": "template", "biz_opaque_callback_data": "%s",
                         "template": {"name": "order_shipped", "language": {"code": "en"}, "components": [
                           {"type": "body", "parameters": [{"type": "text", "text": "Ana"},
                             {"type": "text", "text": "A-1001"},
                             {"type": "text", "text": "https://track.example/A-1001"}]}]}}"""
                                        .formatted(message.id())));
            });
        }

        @Test
        void carriesNothingButWhatItsTemplateTakes() throws Exception {
            outcome(message("clinic_news", ANA, Map.of("firstName", "Ana")));

            assertThat(json(stub.requests().get(0).body()).at("/template"))
                    .isEqualTo(json("{\"name\": \"clinic_news\", \"language\": {\"code\": \"pt_PT\"}}"));
        }

        @Test
        void ofAnAuthenticationTemplateHasTheCodeInBodyAndButton() throws Exception {
            outcome(message("sign_in_code", ANA, Map.of("code", "048213")));

            assertThat(json(stub.requests().get(0).body()).at("/template/components"))
                    .isEqualTo(
                            json(
                                    """
                    [{"type": "body", "parameters": [{"type": "text", "text": "048213"}]},
                     {"type": "button", "sub_type": "url", "index": "0",
                      "parameters": [{"type": "text", "text": "048213"}]}]"""));
        }

        @Test
        void evaluatesNothing() throws Exception {
            String expression =
                    "${exchangeProperty.whatsappPhoneNumberId} {{sealpost.whatsapp.token}} ${jndi:ldap://x}";
            outcome(message(
                    "order_shipped",
                    ANA,
                    Map.of("firstName", expression, "orderNumber", "\u0000\"\n", "trackingLink", "ü")));

            var parameters = json(stub.requests().get(0).body()).at("/template/components/0/parameters");
            assertThat(parameters.at("/0/text").textValue()).isEqualTo(expression);
            assertThat(parameters.at("/1/text").textValue()).isEqualTo("\u0000\"\n");
            assertThat(parameters.at("/2/text").textValue()).isEqualTo("ü");
        }
    }

    @Nested
    class AMessageThatCannotBeSent {

        @Test
        void hasAnObjectionBeforeItIsQueued() {
            assertThat(channel.objection("order_shipped", TemplateCategory.UTILITY, FIELDS.keySet()))
                    .isEmpty();
            assertThat(channel.objection("order_shipped", TemplateCategory.MARKETING, FIELDS.keySet()))
                    .hasValueSatisfying(why -> assertThat(why.word()).isEqualTo("template-category"));
            assertThat(channel.objection("no_such", TemplateCategory.UTILITY, Set.of()))
                    .contains(Reason.of("unknown-template"));
            assertThat(channel.objection(null, TemplateCategory.UTILITY, Set.of()))
                    .contains(Reason.of("unknown-template"));
            assertThat(channel.objection(
                            "order_shipped", TemplateCategory.UTILITY, Set.of("firstName", "trackingLink")))
                    .contains(Reason.of("template-parameter-missing", "orderNumber"));
        }

        @Test
        void isRejectedWithoutARequest() {
            assertThat(outcome(message("no_such", ANA, FIELDS)))
                    .isEqualTo(Rejected.beforeSending(Reason.of("unknown-template")));
            assertThat(outcome(message("order_shipped", ANA, Map.of("firstName", "Ana"))))
                    .isEqualTo(Rejected.beforeSending(Reason.of("template-parameter-missing", "orderNumber")));
            assertThat(outcome(message(
                            "order_shipped",
                            ANA,
                            Map.of("firstName", "\ud800", "orderNumber", "1", "trackingLink", "-"))))
                    .isEqualTo(Rejected.beforeSending(Reason.of("malformed", "a parameter is not valid Unicode")));
            assertThat(stub.requests()).isEmpty();
        }
    }

    @Nested
    class TheSenders {

        @Test
        void keepToTheirPeopleAndShareThemEvenly() {
            List<Destination> people = Stream.generate(SubjectRef::random)
                    .limit(4000)
                    .map(person -> new Destination("order-updates", "PT", person))
                    .toList();
            var two = senders("1", "2");
            var three = senders("1", "2", "3");

            long moved = people.stream()
                    .filter(person -> !first(three, person).equals(first(two, person)))
                    .peek(person -> assertThat(first(three, person)).isEqualTo("3"))
                    .count();

            assertThat(moved).isBetween(1200L, 1470L);
            assertThat(people.stream().filter(person -> first(two, person).equals("1")))
                    .hasSizeBetween(1850, 2150);
        }

        @Test
        void serveOnlyThePurposesAndCountriesTheyAreFor() {
            var senders = Senders.of(List.of(
                    TestSenders.serving("all", "1", Set.of(), Set.of()),
                    TestSenders.serving("clinic", "2", Set.of("appointments"), Set.of()),
                    TestSenders.serving("brazil", "3", Set.of(), Set.of("BR"))));

            assertThat(names(senders, "appointments", "PT")).containsExactlyInAnyOrder("all", "clinic");
            assertThat(names(senders, "order-updates", "BR")).containsExactlyInAnyOrder("all", "brazil");
            assertThat(names(senders, "order-updates", null)).containsExactly("all");
        }

        private List<String> names(Senders senders, String purpose, String country) {
            return senders.of(new Destination(purpose, country, SubjectRef.random())).stream()
                    .map(Sender::name)
                    .toList();
        }

        private String first(Senders senders, Destination destination) {
            return senders.of(destination).get(0).name();
        }

        private Senders senders(String... ids) {
            return Senders.of(Stream.of(ids)
                    .map(id -> TestSenders.sender(id, "10000000000000" + id, "t"))
                    .toList());
        }
    }

    @Nested
    class HundredsInFlight {

        @Test
        void shareAHandfulOfThreads() throws Exception {
            restart(CloudApiStub.that(exchange -> {
                exchange.holdBack(200);
                exchange.respond(200, CloudApiStub.ACCEPTED);
            }));
            int before = hubThreads();

            List<CompletableFuture<DeliveryOutcome>> sent = IntStream.range(0, 400)
                    .mapToObj(i -> channel.send(message("order_shipped", "+3519%08d".formatted(i), FIELDS)))
                    .toList();
            await().untilAsserted(() -> assertThat(stub.requests()).hasSizeGreaterThan(300));
            int during = hubThreads();
            CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).get(20, TimeUnit.SECONDS);

            assertThat(sent)
                    .allSatisfy(future -> assertThat(future.join()).isEqualTo(new Accepted(WAMIDS.index("wamid.1"))));
            assertThat(stub.requests()).hasSize(400);
            assertThat(during - before).isLessThanOrEqualTo(4);
        }

        private static int hubThreads() {
            return (int) Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> !thread.getName().startsWith("cloud-api-stub"))
                    .count();
        }
    }

    @Nested
    class WhateverHappensInCamel {

        @Test
        void aRouteThatIsNotRunningHasSentNothing() throws Exception {
            camel.getRouteController().stopRoute("whatsapp-send");

            assertThat(outcome(message("order_shipped", ANA, FIELDS)))
                    .isEqualTo(new RetryLater(Reason.of("not-sent", "the route did not take it"), null, Scope.SENDER));
        }

        @Test
        void aServiceThatNeverCallsBackHasNotSentIfTheRequestCanBeWithdrawn() {
            replaceService((exchange, callback, message) -> {});

            assertThat(outcome(message("order_shipped", ANA, FIELDS)))
                    .isEqualTo(new RetryLater(Reason.of("not-sent", "the route did not take it"), null, Scope.SENDER));
        }

        @Test
        void aServiceThatForgetsTheOutcomeLeavesItUncertain() {
            replaceService((exchange, callback, message) -> {
                write(((CloudApiMessage) message).body());
                callback.done(false);
            });

            assertThat(outcome(message("order_shipped", ANA, FIELDS)))
                    .isEqualTo(new Uncertain(Reason.of("no-outcome", "the route ended without one")));
        }

        private static void write(OneTimeBody body) {
            try {
                body.produce(new Ignoring());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Test
        void nothingButTheChannelSendsThroughTheService() {
            var sneaked = new TextMessageRequest();
            var exchange = camel.createFluentProducerTemplate()
                    .withBody(sneaked)
                    .to("whatsapp:1?whatsappService=#hubWhatsApp")
                    .send();

            assertThat(exchange.getException()).isInstanceOf(IllegalArgumentException.class);
            assertThat(stub.requests()).isEmpty();
        }
    }

    @Nested
    class Logs {

        /** The HTTP client's own, which show every byte, are pinned in logback-spring.xml; LogLinesTest sees to it. */
        @Test
        void holdNeitherNumberNorContentAtAnyLevel() throws Exception {
            List<String> lines = everythingLoggedWhile(() -> {
                outcome(message("order_shipped", ANA, FIELDS));
                restart(CloudApiStub.answering(400, "{\"error\":{\"code\":131026,\"message\":\"351912345678\"}}"));
                outcome(message("order_shipped", ANA, FIELDS));
                restart(CloudApiStub.that(CloudApiStub.Exchange::reset));
                outcome(message("order_shipped", ANA, FIELDS));
            });

            assertThat(lines).anyMatch(line -> line.startsWith("org.apache.camel.component.whatsapp.WhatsAppProducer"));
            assertThat(lines)
                    .filteredOn(line -> !line.startsWith("org.apache.hc."))
                    .noneMatch(line -> line.contains("912345678")
                            || line.contains("Ana")
                            || line.contains("A-1001")
                            || line.contains("token-of-shop"));
        }

        private List<String> everythingLoggedWhile(Callable work) throws Exception {
            LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();
            Map<Logger, Level> levels = new HashMap<>();
            loggers.getLoggerList().forEach(logger -> levels.put(logger, logger.getLevel()));
            Logger root = loggers.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
            ListAppender<ILoggingEvent> log = new ListAppender<>();
            log.start();
            root.addAppender(log);
            levels.forEach((logger, level) -> logger.setLevel(level == null ? null : Level.TRACE));
            try {
                work.call();
            } finally {
                levels.forEach(Logger::setLevel);
                root.detachAppender(log);
            }
            return List.copyOf(log.list).stream()
                    .map(event -> event.getLoggerName() + " " + event.getFormattedMessage())
                    .toList();
        }

        @FunctionalInterface
        private interface Callable {
            void call() throws Exception;
        }
    }

    private void restart(CloudApiStub next) throws Exception {
        stop();
        stub = next;
        start();
    }

    private void start() throws Exception {
        camel = new DefaultCamelContext();
        camel.getShutdownStrategy().setTimeout(1);
        channel = channel();
        camel.addRoutes(new WhatsAppRoutes());
        camel.start();
    }

    private void replaceService(WhatsAppService service) {
        camel.getRegistry().unbind("hubWhatsApp");
        camel.getRegistry().bind("hubWhatsApp", service);
    }

    private WhatsAppChannel channel() {
        WhatsAppSettings settings = settings();
        cloudApi = new WhatsAppConfiguration().cloudApi(settings);
        var senders = Senders.of(List.of(TestSenders.sender("shop", "100000000000001", "token-of-shop")));
        camel.getRegistry().bind("hubWhatsApp", new HubWhatsAppService(cloudApi, settings, senders, Sender::token));
        return new WhatsAppChannel(
                DEFINITIONS,
                senders,
                TestMessageRequests.of(DEFINITIONS, null),
                new SendRoute(camel, cloudApi),
                WAMIDS);
    }

    private WhatsAppSettings settings() {
        var properties = new MapConfigurationPropertySource(Map.of(
                "sealpost.whatsapp.base-uri", stub.uri(),
                "sealpost.whatsapp.connect-timeout", "500ms",
                "sealpost.whatsapp.request-timeout", "2s",
                "sealpost.whatsapp.app-secret", "app-secret",
                "sealpost.whatsapp.verify-token", "verify-token"));
        return new Binder(properties)
                .bind("sealpost.whatsapp", WhatsAppSettings.class)
                .get();
    }

    private DeliveryOutcome outcome(OutboundMessage message) {
        return channel.send(message).orTimeout(6, TimeUnit.SECONDS).join();
    }

    private static OutboundMessage message(String template, String phone, Map<String, String> fields) {
        return new OutboundMessage(
                MessageId.next(),
                "order-shipped",
                "order-updates",
                template,
                "shop",
                null,
                new OpenedContent(new PhoneNumber(phone), fields),
                null);
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }

    /** Takes the body as a connection would. */
    private static final class Ignoring implements DataStreamChannel {

        @Override
        public int write(ByteBuffer bytes) {
            int taken = bytes.remaining();
            bytes.position(bytes.limit());
            return taken;
        }

        @Override
        public void requestOutput() {
            // it has all
        }

        @Override
        public void endStream() {
            // nothing more is of interest
        }

        @Override
        public void endStream(List<? extends Header> trailers) {
            // nothing more is of interest
        }
    }
}
