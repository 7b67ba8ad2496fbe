package dev.sealpost.whatsapp.inbound;

import static dev.sealpost.whatsapp.inbound.InboundHub.JSON;
import static dev.sealpost.whatsapp.inbound.InboundHub.messages;
import static dev.sealpost.whatsapp.inbound.InboundHub.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.pause.PauseScope;
import dev.sealpost.pause.Pauses;
import dev.sealpost.subject.PhoneNumber;
import dev.sealpost.subject.Recipient;
import dev.sealpost.subject.Subjects;
import dev.sealpost.subject.UserId;
import dev.sealpost.testing.HubTest;
import dev.sealpost.testing.Installation;
import dev.sealpost.whatsapp.Keyword;
import dev.sealpost.whatsapp.KeywordHeard;
import dev.sealpost.window.Chat;
import dev.sealpost.window.ServiceWindows;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What people write, from Meta's webhook to a flow, to consent and to the subject it belongs to. */
@HubTest
@Import(InboundTest.Heard.class)
@DisplayName("What people write")
class InboundTest {

    private static final Path FIXTURES = Path.of("../shared/fixtures/whatsapp/webhooks");
    private static final Installation SHOP = Installation.of("inbound");
    private static final AtomicInteger LAST_PERSON = new AtomicInteger(910_500_000);

    @LocalServerPort
    private int port;

    @Autowired
    private Subjects subjects;

    @Autowired
    private ServiceWindows windows;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private CamelContext camel;

    @Autowired
    private StoredWamids wamids;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private Heard heard;

    @Autowired
    private Pauses pauses;

    private InboundHub hub;
    private final String person = "351" + LAST_PERSON.incrementAndGet();

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) throws IOException {
        InboundHub.install(SHOP).register(registry);
    }

    @AfterAll
    static void close() throws IOException {
        SHOP.close();
    }

    @BeforeEach
    void start() {
        hub = new InboundHub(port, SHOP.hubAt(port));
        await().until(camel::isStarted);
    }

    @Nested
    class GoesToTheFlowThatWantsIt {

        @Test
        void onceHoweverOftenMetaTellsItAndItsContentIsNotKept() {
            ObjectNode message = text(person, "Where is my parcel?");

            hub.tell(message);
            List<JsonNode> answers = awaitAnswers(1);
            hub.tell(message);
            hub.tell(message, message);
            hub.tell(text(person, "The end"));
            answers = awaitAnswers(2);

            assertThat(answers.get(0).path("rendered").asText()).contains("Where is my parcel?");
            assertThat(answers.get(1).path("rendered").asText()).contains("The end");
            await().untilAsserted(() -> assertThat(jdbc.sql("SELECT content FROM inbound_message WHERE subject = ?")
                            .param(subject(person).value())
                            .query(byte[].class)
                            .list())
                    .hasSize(2)
                    .containsOnlyNulls());
            List<JsonNode> taken = hub.awaitAudit("inbound.taken", subject(person), 2);
            assertThat(taken).allSatisfy(entry -> assertThat(
                            entry.path("evidence").path("flows").asText())
                    .isEqualTo("say-back"));
            assertThat(hub.api().audit("kind=inbound.received").toString())
                    .doesNotContain(person)
                    .doesNotContain("parcel");
        }

        @Test
        void withTheHubsIdOfTheMessageItAnswersAndMetasIdForReplies() {
            hub.tell(text(person, "first"));
            JsonNode answer = awaitAnswers(1).get(0);
            hub.awaitAudit("message.sent", subject(person), 1);
            ObjectNode reply = text(person, "").put("type", "interactive");
            reply.putObject("interactive")
                    .put("type", "list_reply")
                    .putObject("list_reply")
                    .put("id", "l")
                    .put("title", "second");
            reply.putObject("context").put("id", answer.path("id").asText());
            hub.tell(reply);

            JsonNode second = awaitAnswers(2).get(1);
            String echoed = answer.path("body").path("biz_opaque_callback_data").asText();
            assertThat(second.path("rendered").asText()).contains("second").contains(echoed);
            String inbound = hub.awaitAudit("inbound.taken", subject(person), 2)
                    .get(0)
                    .path("message")
                    .asText();
            assertThat(wamids.find(MessageId.of(inbound)))
                    .isPresent()
                    .get()
                    .asString()
                    .startsWith("wamid.test");
            await().untilAsserted(() -> assertThat(meters.counter("sealpost.whatsapp.read_marks", "outcome", "failed")
                                    .count()
                            + meters.counter("sealpost.whatsapp.read_marks", "outcome", "shown")
                                    .count())
                    .isPositive());
        }

        @Test
        void alsoOfSomeoneWhoIsKnownByAUserIdOnly() {
            String userId = "PT." + person;
            ObjectNode message = text(null, "no number").put("from_user_id", userId);
            hub.tell(message);

            SubjectRef subject = awaitSubject(new UserId(userId));
            hub.awaitAudit("message.sent", subject, 1);
            assertThat(SHOP.phone().messages().stream()
                            .filter(sent ->
                                    sent.path("body").path("recipient").asText().equals(userId)))
                    .hasSize(1);
        }

        @Test
        void afterTheFlowWasStoppedForAWhile() throws Exception {
            camel.getRouteController().stopRoute("say-back");
            hub.tell(text(person, "are you there?"));
            await().untilAsserted(() -> assertThat(
                            jdbc.sql("SELECT attempts FROM inbound_message WHERE subject = ? AND content IS NOT NULL")
                                    .param(awaitSubject(phone(person)).value())
                                    .query(Integer.class)
                                    .single())
                    .isPositive());
            camel.getRouteController().startRoute("say-back");
            jdbc.sql("UPDATE inbound_message SET next_attempt_at = now()").update();

            assertThat(awaitAnswers(1).get(0).path("rendered").asText()).contains("are you there?");
        }

        @Test
        void andWhatNoFlowWantsIsOnlyRecorded() {
            ObjectNode location = text(person, "").put("type", "location");
            location.putObject("location").put("latitude", 38.7).put("longitude", -9.1);
            hub.tell(location);

            JsonNode entry = hub.awaitAudit("inbound.received", awaitSubject(phone(person)), 1)
                    .get(0);
            assertThat(entry.path("outcome").asText()).isEqualTo("recorded");
            assertThat(entry.path("reason").asText()).startsWith("no-flow");
            assertThat(entry.path("evidence").path("inboundKind").asText()).isEqualTo("location");
        }
    }

    @Nested
    class OpensTheServiceWindow {

        @Test
        void from24HoursAfterItWasWrittenAndNeverFromTheFuture() {
            Instant anHourAgo = Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
            hub.tell(text(person, "x").put("timestamp", Long.toString(anHourAgo.getEpochSecond())));
            await().untilAsserted(() -> assertThat(openUntil()).contains(anHourAgo.plus(ServiceWindows.LENGTH)));

            Instant ahead = Instant.now().plus(2, ChronoUnit.HOURS);
            hub.tell(text(person, "y").put("timestamp", Long.toString(ahead.getEpochSecond())));
            await().untilAsserted(() -> assertThat(openUntil()).hasValueSatisfying(until -> assertThat(until)
                    .isAfter(anHourAgo.plus(ServiceWindows.LENGTH))
                    .isBefore(Instant.now().plus(ServiceWindows.LENGTH))));
        }

        @Test
        void butNotByWhatWhatsAppTellsAboutThem() {
            ObjectNode changed = text(person, "").put("type", "system");
            changed.putObject("system").put("type", "customer_identity_changed");

            hub.tell(changed);

            hub.awaitAudit("inbound.received", awaitSubject(phone(person)), 1);
            assertThat(openUntil()).isEmpty();
        }

        private Optional<Instant> openUntil() {
            Chat chat = new Chat("shop", awaitSubject(phone(person)));
            return Optional.ofNullable(windows.openUntil(List.of(chat)).get(chat));
        }
    }

    @Nested
    class IfItIsAKeyword {

        @Test
        void stopWithdrawsEverythingAtOnceAndIsHeardOnce() {
            hub.api().grant("+" + person, "order-updates");
            ObjectNode stop = text(person, "Ｓｔｏｐ!");
            hub.tell(stop);

            JsonNode withdrawn =
                    hub.awaitAudit("consent.withdrawn", subject(person), 1).get(0);
            assertThat(withdrawn.path("purpose").asText()).isEqualTo("*");
            JsonNode keyword =
                    hub.awaitAudit("inbound.keyword", subject(person), 1).get(0);
            assertThat(keyword.path("outcome").asText()).isEqualTo("stop");
            assertThat(keyword.path("evidence").path("wamid").asText()).hasSize(64);

            SHOP.drop(Installation.order("STOPPED-" + person, "+" + person));
            assertThat(hub.api().awaitRefusal("order-shipped", "STOPPED-" + person))
                    .startsWith("withdrawn");

            hub.agreesNow("+" + person);
            hub.tell(stop);
            hub.tell(text(person, "end"));
            hub.awaitAudit("inbound.received", subject(person), 2);
            assertThat(hub.audit("consent.withdrawn", subject(person))).hasSize(1);
            assertThat(heard.keywordsOf(subject(person))).containsExactly(Keyword.STOP);
        }

        @Test
        void yesAndMyDataAreTold() {
            hub.tell(text(person, "Sim"), text(person, "my data"));

            SubjectRef subject = awaitSubject(phone(person));
            await().untilAsserted(() ->
                    assertThat(heard.keywordsOf(subject)).containsExactly(Keyword.AGREE, Keyword.MY_DATA));
            assertThat(hub.audit("consent.withdrawn", subject)).isEmpty();
        }

        @Test
        void aStopOfMarketingInWhatsAppWithdrawsMarketingOnlyAndItsEndGrantsNothing() {
            hub.tell("user_preferences", preference("stop"));

            JsonNode withdrawn = hub.awaitAudit("consent.withdrawn", awaitSubject(phone(person)), 1)
                    .get(0);
            assertThat(withdrawn.path("purpose").asText()).isEqualTo("offers");

            hub.tell("user_preferences", preference("resume"));
            List<JsonNode> noted = hub.awaitAudit("inbound.notice", subject(person), 2);
            assertThat(noted.get(1).path("outcome").asText()).isEqualTo("marketing-resume");
            assertThat(hub.audit("consent.granted", subject(person))).isEmpty();
        }

        private ObjectNode preference(String value) {
            ObjectNode preferences = JSON.createObjectNode();
            preferences
                    .withArray("user_preferences")
                    .addObject()
                    .put("wa_id", person)
                    .put("category", "marketing_messages")
                    .put("value", value)
                    .put("timestamp", Instant.now().getEpochSecond());
            return preferences;
        }
    }

    @Nested
    class KeepsOnePersonOneSubject {

        @Test
        void whateverFormOfTheirNumberWhatsAppSays() {
            String line = person.substring(4);
            SubjectRef known = awaitKnown("+55119" + line.replaceFirst(".", "8"));

            hub.tell(text("5511" + line.replaceFirst(".", "8"), "oi"));

            JsonNode entry = hub.awaitAudit("inbound.received", known, 1).get(0);
            assertThat(entry.path("subject").asText()).isEqualTo(known.toString());
        }

        @Test
        void whenAMessageReachedAnotherNumberThanItWasSentTo() {
            hub.api().grant("+" + person, "order-updates");
            SHOP.drop(Installation.order("ALIAS-" + person, "+" + person));
            JsonNode sent = hub.api().awaitState("order-shipped", "ALIAS-" + person, "SENT", "DELIVERED", "READ");
            String reached = "351" + LAST_PERSON.incrementAndGet();

            ObjectNode status = JSON.createObjectNode();
            status.withArray("statuses")
                    .addObject()
                    .put("id", "wamid.elsewhere")
                    .put("status", "read")
                    .put("timestamp", Long.toString(Instant.now().getEpochSecond()))
                    .put("recipient_id", reached)
                    .put("recipient_user_id", "PT." + person)
                    .put("biz_opaque_callback_data", sent.path("id").asText());
            hub.tell("messages", status);

            hub.awaitAudit("subject.alias", subject(person), 2);
            assertThat(subjects.find(phone(reached))).contains(subject(person));
            assertThat(subjects.find(new UserId("PT." + person))).contains(subject(person));
        }

        @Test
        void whenTheyChangeTheirNumberAndTheirStopGoesWithThem() {
            hub.tell(text(person, "STOP"));
            SubjectRef known = awaitSubject(phone(person));
            hub.awaitAudit("consent.withdrawn", known, 1);
            hub.awaitAudit("inbound.taken", known, 1);
            String current = "351" + LAST_PERSON.incrementAndGet();

            hub.tell(numberChange(person, current));

            await().untilAsserted(
                            () -> assertThat(subjects.find(phone(current))).contains(known));
            assertThat(subjects.find(phone(person))).isEmpty();
            await().untilAsserted(() -> assertThat(hub.audit("subject.alias", known).stream()
                            .map(entry -> entry.path("outcome").asText()))
                    .contains("added", "retired"));
        }

        @Test
        void whenTheNewNumberIsAnothersNothingMovesAndStopsHoldForBoth() {
            String other = "351" + LAST_PERSON.incrementAndGet();
            hub.tell(text(person, "STOP"), text(other, "Hi"));
            SubjectRef one = awaitSubject(phone(person));
            SubjectRef two = awaitSubject(phone(other));
            hub.awaitAudit("consent.withdrawn", one, 1);

            hub.tell(numberChange(person, other));

            hub.awaitAudit("subject.conflict", one, 1);
            assertThat(hub.awaitAudit("consent.withdrawn", two, 1)).hasSize(1);
            assertThat(subjects.find(phone(person))).contains(one);
            assertThat(subjects.find(phone(other))).contains(two);
        }

        @Test
        void whenTheirUserIdChanges() {
            String old = "PT." + person;
            hub.tell(text(null, "x").put("from_user_id", old));
            SubjectRef known = awaitSubject(new UserId(old));
            hub.awaitAudit("inbound.taken", known, 1);
            ObjectNode value = JSON.createObjectNode();
            value.withArray("user_id_update")
                    .addObject()
                    .putObject("user_id")
                    .put("previous", old)
                    .put("current", old + "9");
            hub.tell("user_id_update", value);

            await().untilAsserted(() ->
                    assertThat(subjects.find(new UserId(old + "9"))).contains(known));
            assertThat(subjects.find(new UserId(old))).isEmpty();
        }

        private ObjectNode numberChange(String from, String to) {
            ObjectNode change = text(from, "").put("type", "system");
            change.putObject("system").put("type", "user_changed_number").put("wa_id", to);
            return change;
        }

        private SubjectRef awaitKnown(String number) {
            return subjects.resolve(List.of(new PhoneNumber(number))).get(new PhoneNumber(number));
        }
    }

    @Nested
    class IsNotAllThatMetaTells {

        @Test
        void aTemplateThatItPausedIsPausedUntilItSaysOtherwise() {
            hub.tell("message_template_status_update", status("PAUSED"));
            await().untilAsserted(() -> assertThat(pauses.recent().of(PauseScope.TEMPLATE, "appointment_reminder"))
                    .isPresent());

            hub.tell("message_template_status_update", status("APPROVED"));
            await().untilAsserted(() -> assertThat(pauses.recent().of(PauseScope.TEMPLATE, "appointment_reminder"))
                    .isEmpty());
        }

        @Test
        void alsoHowManyPeopleADayGoesToPacing() {
            hub.tell("phone_number_quality_update", JSON.createObjectNode().put("current_limit", "TIER_100K"));

            JsonNode told = hub.awaitAudit("portfolio.tier", null, 1).get(0);
            assertThat(told.path("evidence").path("tier").asText()).isEqualTo("TIER_100K");

            hub.tell("business_capability_update", JSON.createObjectNode().put("max_daily_conversation_per_phone", -1));
            hub.awaitAudit("portfolio.tier", null, 2);
        }

        private ObjectNode status(String event) {
            return JSON.createObjectNode()
                    .put("event", event)
                    .put("message_template_name", "appointment_reminder")
                    .put("message_template_language", "en");
        }
    }

    @Nested
    @Tag("fault")
    @DisplayName("Fault 16")
    class Fault16 {

        @Test
        void forgedWebhooksAreRefusedReplayedReorderedAndUnknownOnesHaveNoEffect() {
            hub.api().grant("+" + person, "order-updates");
            SHOP.drop(Installation.order("F16-" + person, "+" + person));
            JsonNode read = hub.api().awaitState("order-shipped", "F16-" + person, "READ");
            String message = read.path("id").asText();
            int history = read.path("history").size();

            byte[] forged = body(text(person, "STOP"));
            assertThat(hub.post(forged, "sha256=" + "00".repeat(32)).statusCode())
                    .isEqualTo(401);
            assertThat(hub.post(Arrays.copyOf(forged, forged.length - 1), InboundHub.signature(forged))
                            .statusCode())
                    .isEqualTo(401);
            for (String status : List.of("failed", "sent", "delivered", "delivered", "read")) {
                hub.tell("messages", status(status, message));
            }
            hub.tell("messages", status("read", MessageId.next().toString()));
            hub.tell(text(person, "the end"));
            hub.awaitAudit("inbound.received", subject(person), 1);

            assertThat(hub.api().message("order-shipped", "F16-" + person)).hasValueSatisfying(now -> {
                assertThat(now.path("state").asText()).isEqualTo("READ");
                assertThat(now.path("history").size()).isEqualTo(history);
            });
            assertThat(hub.audit("consent.withdrawn", subject(person))).isEmpty();
            assertThat(hub.awaitAudit("webhook.refused", null, 1)).isNotEmpty();
        }

        private ObjectNode status(String status, String message) {
            ObjectNode value = JSON.createObjectNode();
            value.withArray("statuses")
                    .addObject()
                    .put("id", "wamid.x" + message)
                    .put("status", status)
                    .put("timestamp", "1764000000")
                    .put("biz_opaque_callback_data", message);
            return value;
        }

        private byte[] body(ObjectNode message) {
            ObjectNode root = JSON.createObjectNode();
            root.withArray("entry")
                    .addObject()
                    .withArray("changes")
                    .addObject()
                    .put("field", "messages")
                    .set("value", messages(message));
            return root.toString().getBytes(UTF_8);
        }
    }

    @Test
    void inNinetyWebhooksOfOtherClientsBecomesWhatItShould() throws IOException {
        assumeTrue(Files.isDirectory(FIXTURES), () -> FIXTURES + " is not here: its webhooks do not pass through");
        ForeignWebhooks foreign = new ForeignWebhooks(hub, jdbc, meters);

        assertThat(foreign.outcomes(FIXTURES)).hasSize(90).containsExactlyInAnyOrderElementsOf(foreign.expected());
    }

    private List<JsonNode> awaitAnswers(int count) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> SHOP.phone().messagesTo(person), messages -> messages.size() >= count);
    }

    private SubjectRef subject(String number) {
        return subjects.find(phone(number)).orElseThrow();
    }

    private SubjectRef awaitSubject(Recipient recipient) {
        return await().until(() -> subjects.find(recipient), Optional::isPresent)
                .orElseThrow();
    }

    private static PhoneNumber phone(String digits) {
        return new PhoneNumber("+" + digits);
    }

    /** Listens to keywords, as rights will. */
    @TestConfiguration
    static class Heard {

        private final List<KeywordHeard> all = new CopyOnWriteArrayList<>();

        @EventListener
        void heard(KeywordHeard keyword) {
            all.add(keyword);
        }

        List<Keyword> keywordsOf(SubjectRef subject) {
            return all.stream()
                    .filter(one -> one.subject().equals(subject))
                    .map(KeywordHeard::keyword)
                    .toList();
        }
    }
}
