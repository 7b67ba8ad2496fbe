package dev.sealpost.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.audit.AuditKind;
import dev.sealpost.audit.AuditLog;
import dev.sealpost.audit.AuditRecord;
import dev.sealpost.consent.ConsentApi.Answer;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.testing.Parts;
import dev.sealpost.vault.SubjectKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/** The contract of {@code /api/consents} on a real port, a real vault and a real database. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "camel.main.routes-include-pattern=false",
            "sealpost.whatsapp.phone-number-id=1",
            "sealpost.whatsapp.token=none",
            "sealpost.access.bootstrap-key=" + ConsentApiTest.KEY,
        })
class ConsentApiTest {
    static final String KEY = "sp_0123456789012345678901234567890123456789012";
    private static final String NEWS =
            """
              news:
                description: News for whoever asked for them.
                lawful-basis: consent
                opt-in: single
                data-class: ordinary
                template-category: utility
                time-to-live: 1h
                uncertain: {policy: park, window: 1m}
            """;
    private static final AtomicInteger NUMBERS = new AtomicInteger(912_000_000);

    @TempDir
    static Path directory;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AuditEntries audit;

    @Autowired
    Consents consents;

    @Autowired
    ConsentGate gate;

    @Autowired
    SubjectKeys keys;

    @Autowired
    TransactionTemplate transaction;

    ConsentApi api;
    String phone;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        Path config = directory.resolve("config");
        FileSystemUtils.copyRecursively(Path.of("config"), config);
        Path purposes = config.resolve("purposes.yml");
        Files.writeString(purposes, Files.readString(purposes) + NEWS);
        Parts.database().register(registry);
        registry.add("sealpost.config-directory", config::toString);
        registry.add("sealpost.vault.directory", () -> directory.resolve("vault"));
        registry.add("sealpost.vault.create", () -> true);
    }

    @BeforeEach
    void somebodyNew() {
        api = new ConsentApi(port, KEY);
        phone = "+351" + NUMBERS.incrementAndGet();
        audit.fail(false);
        audit.records().clear();
    }

    @Nested
    class AConsent {
        @Test
        void thatWasConfirmedIsGrantedAsOfItsConfirmation() {
            Answer answer = api.put(confirmed("order-updates"));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text("status")).isEqualTo("granted");
            assertThat(answer.text("at")).isEqualTo("2026-11-01T10:05:00Z");
            assertThat(reasonToRefuse(answer, "order-updates")).isEqualTo("-");
        }

        @ParameterizedTest
        @CsvSource({"granted", "requested"})
        void thatWasNotConfirmedIsOnlyRequested(String status) {
            Answer answer = api.put(unconfirmed("order-updates", status, "2026-11-01T10:00:00Z"));
            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.text("status")).isEqualTo("requested");
            assertThat(answer.json().path("missing").toString()).isEqualTo("[\"evidence.confirmed\"]");
            assertThat(reasonToRefuse(answer, "order-updates")).isEqualTo("not-confirmed");
        }

        @Test
        void ofASingleOptInNeedsNoConfirmation() {
            Answer answer = api.put(unconfirmed("news", "granted", "2026-11-01T10:00:00Z"));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(reasonToRefuse(answer, "news")).isEqualTo("-");
        }

        @Test
        void servesNoOtherPurpose() {
            Answer answer = api.put(confirmed("order-updates"));
            assertThat(reasonToRefuse(answer, "offers")).isEqualTo("no-consent");
        }

        @Test
        void endsWhenItExpires() {
            String body = confirmed("order-updates")
                    .replace("\"evidence\"", "\"expiresAt\":\"2026-11-02T00:00:00Z\",\"evidence\"");
            Answer answer = api.put(body);
            assertThat(answer.text("status")).isEqualTo("expired");
            assertThat(reasonToRefuse(answer, "order-updates")).isEqualTo("expired");
        }

        @Test
        void recordedTwiceIsOneEventAndOneEntry() {
            Answer first = api.put(confirmed("order-updates"));
            Answer second = api.put(confirmed("order-updates"));
            assertThat(second.body()).isEqualTo(first.body());
            assertThat(events()).isEqualTo(1);
            assertThat(entries(AuditKind.CONSENT_GRANTED)).hasSize(1);
        }

        @Test
        void recordedByManyAtOnceIsOneEvent() {
            List<CompletableFuture<Answer>> answers = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> api.put(confirmed("order-updates"))))
                    .toList();
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.join().status()).isEqualTo(200));
            assertThat(events()).isEqualTo(1);
        }

        @Test
        void isNotPutInDoubtByAskingAgain() {
            api.put(confirmed("order-updates"));
            Answer again = api.put(unconfirmed("order-updates", "requested", "2026-11-05T10:00:00Z"));
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.text("status")).isEqualTo("granted");
        }

        @Test
        void isAuditedWithItsEvidenceAndWithoutThePerson() {
            Answer answer = api.put(confirmed("order-updates"));
            assertThat(entries(AuditKind.CONSENT_GRANTED)).singleElement().satisfies(entry -> {
                assertThat(entry.actor()).startsWith("key:");
                assertThat(entry.purpose()).isEqualTo("order-updates");
                assertThat(entry.subject()).hasToString(answer.text("subject"));
                assertThat(entry.evidence())
                        .containsEntry("consent", answer.text("event"))
                        .containsEntry("notice", "order-updates@1")
                        .containsEntry("source", "form");
            });
            assertThat(audit.records().toString()).doesNotContain(phone.substring(1), "wish to be told", "form-77");
        }

        @Test
        void thatCannotBeAuditedIsNotRecorded() {
            audit.fail(true);
            assertThat(api.put(confirmed("order-updates")).status()).isEqualTo(503);
            assertThat(events()).isZero();
        }

        @Test
        void isKeptSealedAndInClearNowhere() {
            api.put(confirmed("order-updates"));
            List<String> rows = jdbc.sql("SELECT concat(e::text, encode(e.evidence, 'escape')) FROM consent_event e")
                    .query(String.class)
                    .list();
            assertThat(rows)
                    .isNotEmpty()
                    .noneMatch(row -> row.contains(phone.substring(1)))
                    .noneMatch(row -> row.contains("wish to be told") || row.contains("form-77"));
        }
    }

    @Nested
    class AWithdrawal {
        @Test
        void takesEffectAtOnceAndOnceOnly() {
            api.put(confirmed("order-updates"));
            Answer first = api.withdraw(select("order-updates"));
            Answer second = api.withdraw(select("order-updates"));
            assertThat(first.status()).isEqualTo(200);
            assertThat(first.text("status")).isEqualTo("withdrawn");
            assertThat(second.body()).isEqualTo(first.body());
            assertThat(reasonToRefuse(first, "order-updates")).isEqualTo("withdrawn");
            assertThat(entries(AuditKind.CONSENT_WITHDRAWN)).hasSize(1);
        }

        @Test
        void ofSomebodyUnknownKeepsAnOlderConsentFromBeingRevived() {
            assertThat(api.withdraw(select("order-updates")).status()).isEqualTo(200);
            Answer imported = api.put(confirmed("order-updates"));
            assertThat(imported.status()).isEqualTo(200);
            assertThat(imported.text("status")).isEqualTo("withdrawn");
            assertThat(imported.text("detail")).contains("later decides");
            assertThat(entries(AuditKind.CONSENT_GRANTED))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.outcome()).isEqualTo("superseded"));
            assertThat(reasonToRefuse(imported, "order-updates")).isEqualTo("withdrawn");
        }

        @Test
        void isLiftedByAFreshConsentOnly() {
            api.withdraw(select("news"));
            String later = Instant.now().truncatedTo(ChronoUnit.MICROS).toString();
            Answer fresh = api.put(unconfirmed("news", "granted", later));
            assertThat(fresh.text("status")).isEqualTo("granted");
            assertThat(reasonToRefuse(fresh, "news")).isEqualTo("-");
        }

        @Test
        void fromEverythingStopsEveryPurposeAlsoOneOnAnotherBasis() {
            api.put(confirmed("order-updates"));
            Answer answer = api.withdraw("{\"phone\":\"%s\"}".formatted(phone));
            assertThat(answer.text("purpose")).isEqualTo("*");
            for (String purpose : List.of("order-updates", "offers", "appointment-reminders", "sign-in-codes")) {
                assertThat(reasonToRefuse(answer, purpose)).as(purpose).isEqualTo("withdrawn");
            }
            assertThat(api.withdraw("{\"phone\":\"%s\"}".formatted(phone)).body())
                    .isEqualTo(answer.body());
            assertThat(states(api.search(select(null)))).contains("offers withdrawn", "order-updates withdrawn");
        }

        @Test
        void recordedLateDoesNotUndoAConsentGivenSince() {
            api.put(confirmed("order-updates"));
            Answer late = api.put(
                    """
                    {"phone":"%s","purpose":"order-updates","status":"withdrawn",
                     "evidence":{"source":"crm","at":"2026-10-01T00:00:00Z"}}"""
                            .formatted(phone));
            assertThat(late.text("status")).isEqualTo("granted");
        }
    }

    @Nested
    class ASearch {
        @Test
        void showsWhereThePersonStandsAndWhatTheySaidWithTheEvidence() {
            api.put(unconfirmed("order-updates", "requested", "2026-11-01T10:00:00Z"));
            api.put(confirmed("order-updates"));
            Answer found = api.search(select(null));
            assertThat(states(found)).containsExactly("order-updates granted");
            JsonNode last = found.json().path("history").path(0);
            assertThat(found.json().path("history")).hasSize(2);
            assertThat(last.path("evidence").path("wording").asText())
                    .isEqualTo("I wish to be told where my order is.");
            assertThat(last.path("evidence").path("confirmed").path("proof").asText())
                    .isEqualTo("mail-link-77");
            assertThat(entries(AuditKind.CONSENT_READ)).singleElement().satisfies(entry -> assertThat(entry.outcome())
                    .isEqualTo("found"));
        }

        @Test
        void forOnePurposeShowsThatOneOnly() {
            api.put(confirmed("order-updates"));
            api.put(unconfirmed("news", "granted", "2026-11-01T10:00:00Z"));
            Answer found = api.search(select("news"));
            assertThat(states(found)).containsExactly("news granted");
            assertThat(found.json().path("history")).hasSize(1);
        }

        @Test
        void forSomebodyUnknownFindsNothingAndMakesNobodyKnown() {
            long before = count("subject");
            Answer found = api.search(select(null));
            assertThat(found.status()).isEqualTo(200);
            assertThat(found.json().toString()).isEqualTo("{\"consents\":[],\"history\":[]}");
            assertThat(count("subject")).isEqualTo(before);
            assertThat(entries(AuditKind.CONSENT_READ)).hasSize(1);
        }

        @Test
        void afterThePersonsKeyWasDestroyedShowsNoEvidence() {
            Answer recorded = api.put(confirmed("order-updates"));
            transaction.executeWithoutResult(status -> keys.destroy(SubjectRef.of(recorded.text("subject"))));
            JsonNode item = api.search(select(null)).json().path("history").path(0);
            assertThat(item.path("evidenceState").asText()).isEqualTo("destroyed");
            assertThat(item.has("evidence")).isFalse();
            assertThat(api.put(unconfirmed("news", "granted", "2026-11-01T10:00:00Z"))
                            .problem())
                    .isEqualTo("erased");
            assertThat(api.withdraw(select(null)).status()).isEqualTo(200);
        }

        @Test
        void afterThePersonsKeyWasAlteredShowsAWithdrawalWithoutItsEvidenceAndNothingElseIsRecorded() {
            Answer recorded = api.put(confirmed("order-updates"));
            jdbc.sql(
                            "UPDATE keys.subject_key SET wrapped = set_byte(wrapped, 20, get_byte(wrapped, 20) # 1) WHERE subject = ?")
                    .param(UUID.fromString(recorded.text("subject")))
                    .update();

            Answer refused = api.put(unconfirmed("news", "granted", "2026-11-01T10:00:00Z"));
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.problem()).isEqualTo("seal-broken");
            Answer withdrawn = api.withdraw(select("order-updates"));
            assertThat(withdrawn.status()).isEqualTo(200);
            assertThat(withdrawn.text("status")).isEqualTo("withdrawn");
            assertThat(reasonToRefuse(withdrawn, "order-updates")).isNotEqualTo("-");
            assertThat(entries(AuditKind.SEAL_BROKEN)).hasSize(2);
            assertThat(entries(AuditKind.CONSENT_WITHDRAWN)).hasSize(1);
        }

        @Test
        void ofEvidenceMovedToAnotherEventIsRefusedAndAudited() {
            Answer recorded = api.put(confirmed("order-updates"));
            jdbc.sql(
                            """
                            INSERT INTO consent_event (id, subject, purpose, status, at, recorded_at, source, actor, fingerprint, evidence)
                            SELECT id + 1000000, subject, 'offers', 2, now(), now(), source, actor, fingerprint, evidence
                            FROM consent_event WHERE id = ?""")
                    .param(Long.parseLong(recorded.text("event")))
                    .update();
            JsonNode forged =
                    api.search(select("offers")).json().path("history").path(0);
            assertThat(forged.path("evidenceState").asText()).isEqualTo("broken");
            assertThat(entries(AuditKind.SEAL_BROKEN)).hasSize(1);
        }
    }

    @Nested
    class ARequestAtFault {
        @ParameterizedTest(name = "{0} instead of {1}: {2}")
        @CsvSource(
                delimiter = '|',
                nullValues = "-",
                value = {
                    "\"+351               | \"+3519            | invalid-number  | -",
                    "\"order-updates\"    | \"order-update\"   | unknown-purpose | -",
                    "\"order-updates\"    | \"*\"              | unknown-purpose | -",
                    "\"granted\"          | \"expired\"        | invalid-request | status",
                    "\"granted\"          | \"withdrawn\"      | invalid-request | evidence.confirmed",
                    "\"form\"             | \"A form!\"        | invalid-request | evidence.source",
                    "order-updates@1      | order-updates      | invalid-request | evidence.notice",
                    "\"form-77\"          | null               | invalid-request | evidence.proof",
                    "\"mail-link-77\"     | null               | invalid-request | evidence.confirmed.proof",
                    "T10:05:00Z           | T09:59:59Z         | invalid-request | evidence.confirmed.at",
                    "2026-11-01T10:05     | 2126-11-01T10:05   | invalid-request | evidence.confirmed.at",
                    "2026-11-01T10:00     | 1926-11-01T10:00   | invalid-request | evidence.at",
                    "\"wording\"          | \"words\"          | unknown-field   | evidence.words",
                    "\"form-77\"          | 77                 | invalid-request | evidence.proof",
                    "form-77              | \\u0000            | invalid-request | evidence.proof",
                    "form-77              | \\ud800            | invalid-request | evidence.proof",
                    "form-77              | ' '                | invalid-request | evidence.proof",
                })
        void isRefusedNamingTheFieldAndNothingThatWasSent(String right, String wrong, String word, String field) {
            Answer refused = api.put(confirmed("order-updates").replace(right, wrong.replace("'", "")));
            assertThat(refused.status()).isBetween(400, 422);
            assertThat(refused.problem()).isEqualTo(word);
            if (field != null) {
                assertThat(refused.json().path("errors").findValuesAsText("field"))
                        .contains(field);
            }
            assertThat(refused.body()).doesNotContain(phone.substring(1), "wish to be told", "form-77", "mail-link");
            assertThat(events()).isZero();
        }

        @Test
        void withoutEvidenceIsToldAllThatIsMissing() {
            Answer refused = api.put("{\"phone\":\"%s\",\"purpose\":\"news\",\"status\":\"granted\"}".formatted(phone));
            assertThat(refused.json().path("errors").findValuesAsText("field"))
                    .containsExactly(
                            "evidence.source", "evidence.notice", "evidence.wording", "evidence.at", "evidence.proof");
        }

        @Test
        void withAWordingOfMoreThan4KilobytesIsRefused() {
            String wish = "I wish to be told where my order is.";
            assertThat(api.put(confirmed("order-updates").replace(wish, "é".repeat(2_048)))
                            .status())
                    .isEqualTo(200);
            assertThat(api.put(confirmed("offers").replace(wish, "é".repeat(2_049)))
                            .problem())
                    .isEqualTo("invalid-request");
        }

        @Test
        void toAskForWhatNeedsNoConsentIsRefused() {
            assertThat(api.put(unconfirmed("sign-in-codes", "requested", "2026-11-01T10:00:00Z"))
                            .problem())
                    .isEqualTo("no-opt-in");
        }

        @Test
        void withEverythingHostileInItIsInert() {
            String hostile = "${jndi:ldap://x} '; DROP TABLE consent_event; -- <script>";
            Answer answer = api.put(confirmed("order-updates").replace("form-77", hostile));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(api.search(select(null))
                            .json()
                            .path("history")
                            .path(0)
                            .path("evidence")
                            .path("proof")
                            .asText())
                    .isEqualTo(hostile);
        }
    }

    private String reasonToRefuse(Answer answer, String purpose) {
        SubjectRef subject = SubjectRef.of(answer.text("subject"));
        return gate.objection(subject, purpose, consents.current(Set.of(subject)))
                .map(reason -> reason.word())
                .orElse("-");
    }

    private String confirmed(String purpose) {
        return """
                {"phone":"%s","purpose":"%s","status":"granted","evidence":{"source":"form","notice":"order-updates@1",
                 "wording":"I wish to be told where my order is.","at":"2026-11-01T10:00:00Z","proof":"form-77",
                 "confirmed":{"at":"2026-11-01T10:05:00Z","proof":"mail-link-77"}}}"""
                .formatted(phone, purpose);
    }

    private String unconfirmed(String purpose, String status, String at) {
        return """
                {"phone":"%s","purpose":"%s","status":"%s","evidence":{"source":"form","notice":"order-updates@1",
                 "wording":"I wish to be told where my order is.","at":"%s","proof":"form-77"}}"""
                .formatted(phone, purpose, status, at);
    }

    private String select(String purpose) {
        return purpose == null
                ? "{\"phone\":\"%s\"}".formatted(phone)
                : "{\"phone\":\"%s\",\"purpose\":\"%s\"}".formatted(phone, purpose);
    }

    private static List<String> states(Answer found) {
        return StreamSupport.stream(found.json().path("consents").spliterator(), false)
                .map(state -> state.path("purpose").asText() + " "
                        + state.path("status").asText())
                .toList();
    }

    private long events() {
        List<UUID> subject = audit.records().stream()
                .filter(entry -> entry.subject() != null)
                .map(entry -> entry.subject().value())
                .distinct()
                .toList();
        return jdbc.sql("SELECT count(*) FROM consent_event WHERE subject = ANY (?)")
                .param(subject.toArray(UUID[]::new))
                .query(Long.class)
                .single();
    }

    private long count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    private List<AuditRecord> entries(AuditKind kind) {
        return audit.records().stream().filter(entry -> entry.kind() == kind).toList();
    }

    static class AuditEntries {
        private final List<AuditRecord> records = new CopyOnWriteArrayList<>();
        private volatile boolean fails;

        List<AuditRecord> records() {
            return records;
        }

        void fail(boolean now) {
            fails = now;
        }

        void append(Collection<AuditRecord> appended) {
            if (fails) {
                throw new QueryTimeoutException("the ledger does not answer");
            }
            records.addAll(appended);
        }
    }

    @SpringBootApplication(
            scanBasePackages = {
                "dev.sealpost.consent",
                "dev.sealpost.access",
                "dev.sealpost.subject",
                "dev.sealpost.vault"
            })
    @ConfigurationPropertiesScan({
        "dev.sealpost.access",
        "dev.sealpost.consent",
        "dev.sealpost.subject",
        "dev.sealpost.vault"
    })
    static class Hub {
        @Bean
        AuditEntries entries() {
            return new AuditEntries();
        }

        @Bean
        AuditLog audit(AuditEntries entries) {
            return entries::append;
        }
    }
}
