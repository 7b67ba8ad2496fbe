package dev.sealpost.cli;

import static dev.sealpost.testing.Installation.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.delivery.DeadEvent;
import dev.sealpost.delivery.DeadLetters;
import dev.sealpost.delivery.Outbox;
import dev.sealpost.delivery.RefusedMessage;
import dev.sealpost.intake.EventReader;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.Reason;
import dev.sealpost.testing.ChildJvm;
import dev.sealpost.testing.FreePort;
import dev.sealpost.testing.HubClient;
import dev.sealpost.testing.HubTest;
import dev.sealpost.testing.Installation;
import dev.sealpost.testing.Statements;
import dev.sealpost.vault.BlindIndexer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionOperations;

@HubTest
@DisplayName("With a hub, the command")
class CommandsTest {

    static final Installation INSTALLATION = Installation.of("commands").with("sealpost.access.key-cache", "60s");

    @LocalServerPort
    int port;

    @TempDir
    Path directory;

    Shell shell;
    HubClient hub;

    @Autowired
    Statements statements;

    @Autowired
    Outbox outbox;

    @Autowired
    DeadLetters deadLetters;

    @Autowired
    BlindIndexer indexer;

    @Autowired
    TransactionOperations transactions;

    @TestConfiguration(proxyBeanMethods = false)
    static class Counting {

        @Bean
        static Statements statements() {
            return new Statements("-exec-");
        }
    }

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        INSTALLATION.register(registry);
    }

    @BeforeEach
    void connect() {
        hub = INSTALLATION.hubAt(port);
        shell = Shell.of(port, directory, Installation.API_KEY);
    }

    JsonNode grant(String... options) {
        String[] all = Stream.concat(Stream.of("access", "grant", "--name", "test", "--json"), Stream.of(options))
                .toArray(String[]::new);
        return shell.run(all).succeeded().json();
    }

    @Nested
    @DisplayName("access")
    class Access {

        @Test
        void grantsAKeyThatOpensWhatItsScopesSayUntilItIsRevoked() {
            JsonNode granted = grant("--scope", "audit:read", "--flow", "order-shipped");
            HubClient business = new HubClient(hub.uri(), granted.path("key").asText());
            assertThat(granted.path("key").asText()).matches("sp_[A-Za-z0-9_-]{43}");
            assertThat(status(business, "GET", "/api/audit/entries")).isEqualTo(200);
            assertThat(status(business, "GET", "/api/audit/entries?flow=other")).isEqualTo(403);
            assertThat(status(business, "POST", "/api/messages/search")).isEqualTo(403);

            String id = granted.path("id").asText();
            assertThat(shell.run("access", "revoke", id).succeeded().out()).contains(id);

            assertThat(status(business, "GET", "/api/audit/entries")).isEqualTo(401);
            assertThat(shell.run("access", "list").succeeded().out()).doesNotContain(id);
            assertThat(listed(id).path("state").asText()).isEqualTo("revoked");
        }

        @Test
        void showsAKeyOnceAndNeverAgain() {
            JsonNode granted = grant("--scope", "audit:read");
            String all =
                    shell.run("access", "list", "--all", "--json").succeeded().out();
            assertThat(all)
                    .contains(granted.path("id").asText())
                    .doesNotContain(granted.path("key").asText());
        }

        @ParameterizedTest
        @CsvSource({"90d, 90", "4w, 28", "P10D, 10", "'', 90"})
        void letsAKeyExpire(String expires, int days) {
            JsonNode granted = expires.isEmpty()
                    ? grant("--scope", "audit:read")
                    : grant("--scope", "audit:read", "--expires", expires);
            assertThat(Instant.parse(granted.path("expiresAt").asText()))
                    .isCloseTo(Instant.now().plus(days, ChronoUnit.DAYS), within(1, ChronoUnit.MINUTES));
        }

        @Test
        void grantsAnUnlimitedKeyOnlyWhenToldSo() {
            assertThat(grant("--scope", "audit:read", "--expires", "never")
                            .path("expiresAt")
                            .isNull())
                    .isTrue();
            assertThat(grant("--scope", "audit:read", "--expires", "2099-01-31")
                            .path("expiresAt")
                            .asText())
                    .isEqualTo("2099-01-31T00:00:00Z");
            assertThat(shell.run("access", "grant", "--name", "a", "--scope", "audit:read", "--expires", "2020-01-01")
                            .exitCode())
                    .isEqualTo(2);
        }

        @Test
        void grantsNothingThatTheGrantingKeyDoesNotHave() {
            Shell lesser = shell.withKey(grant("--scope", "keys:admin,audit:read", "--flow", "order-shipped")
                    .path("key")
                    .asText());
            Shell.Result scope =
                    lesser.run("access", "grant", "--name", "a", "--scope", "consents:read", "--flow", "order-shipped");
            assertThat(scope.exitCode()).isEqualTo(2);
            assertThat(scope.err()).contains("scopes it lacks: consents:read");
            Shell.Result flow = lesser.run("access", "grant", "--name", "a", "--scope", "audit:read");
            assertThat(flow.err()).contains("flows it is not limited to");
            assertThat(lesser.run("access", "grant", "--name", "a", "--scope", "audit:read", "--flow", "order-shipped")
                            .exitCode())
                    .isZero();
            await().untilAsserted(() ->
                    assertThat(hub.audit("kind=access.denied").toString()).contains("beyond-own-rights"));
        }

        @Test
        void seesAndRevokesWithALimitedKeyOnlyKeysWithinItsFlows() {
            Shell limited = shell.withKey(grant("--scope", "keys:admin", "--flow", "order-shipped")
                    .path("key")
                    .asText());
            String other = grant("--scope", "audit:read").path("id").asText();
            assertThat(limited.run("access", "list", "--all", "--json")
                            .succeeded()
                            .out())
                    .doesNotContain(other);
            assertThat(limited.run("access", "revoke", other).exitCode()).isEqualTo(1);
            assertThat(listed(other).path("state").asText()).isEqualTo("active");
        }

        @Test
        void doesNotRevokeTheLastKeyThatCanGrantOthers() {
            String bootstrap = idOf("bootstrap");
            Shell.Result refused = shell.run("access", "revoke", bootstrap);
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err()).contains("last key that can grant").contains("bootstrap-key");
            assertThat(listed(bootstrap).path("state").asText()).isEqualTo("active");
        }

        @Test
        void auditsGrantAndRevocationByTheKeysId() {
            String id = grant("--scope", "audit:read").path("id").asText();
            shell.run("access", "revoke", id).succeeded();
            await().untilAsserted(() -> {
                assertThat(hub.audit("kind=access.granted").toString()).contains(id);
                assertThat(hub.audit("kind=access.revoked").toString()).contains(id);
            });
        }

        @Test
        void refusesANameThatLooksPersonal() {
            assertThat(shell.run("access", "grant", "--name", "ana@example.org", "--scope", "audit:read")
                            .exitCode())
                    .isEqualTo(2);
            assertThat(shell.run("access", "grant", "--name", "351 912 345 678", "--scope", "audit:read")
                            .err())
                    .contains("not a person");
        }

        private JsonNode listed(String id) {
            return StreamSupport.stream(
                            shell.run("access", "list", "--all", "--json")
                                    .json()
                                    .path("keys")
                                    .spliterator(),
                            false)
                    .filter(key -> key.path("id").asText().equals(id))
                    .findFirst()
                    .orElseThrow();
        }

        private String idOf(String name) {
            return StreamSupport.stream(
                            shell.run("access", "list", "--json")
                                    .json()
                                    .path("keys")
                                    .spliterator(),
                            false)
                    .filter(key -> key.path("name").asText().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .path("id")
                    .asText();
        }

        private int status(HubClient caller, String method, String path) {
            return caller.call(method, path, method.equals("POST") ? "{}" : "").statusCode();
        }
    }

    @Nested
    @DisplayName("consent")
    class Consent {
        private static final String HEADING =
                "phone,purpose,status,notice,wording,at,proof,confirmed_at,confirmed_proof\n";

        @Test
        void importsWhatIsRightAndReportsWhatIsNotWithoutShowingIt() throws IOException {
            Path file = csv(
                    "awkward",
                    granted(1),
                    "+351912000002,order-updates,granted,order-updates@1,\"=1+1, \"\"yes\"\"\",2026-11-01T10:00:00Z,form-2,"
                            + "2026-11-01T10:05:00Z,link",
                    "=HYPERLINK(\"\"x\"\"),order-updates,granted,order-updates@1,yes,2026-11-01T10:00:00Z,form-3,,",
                    "+351912000004,@SUM(1),granted,order-updates@1,yes,2026-11-01T10:00:00Z,form-4,,",
                    "+351912000005,order-updates,granted,order-updates@1,yes,01/11/2026,form-5,,",
                    "+351912000006,order-updates",
                    "+351912000007,order-updates,withdrawn,,,,,,");

            Shell.Result result = shell.run("consent", "import", file.toString());

            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.out()).contains("7 rows: 3 recorded, 0 unchanged, 4 refused");
            assertThat(result.err()).isEmpty();
            String report = Files.readString(directory.resolve("awkward.csv.rejected.csv"));
            assertThat(report.lines())
                    .satisfiesExactly(
                            heading -> assertThat(heading).isEqualTo("row,line,column,reason"),
                            third -> assertThat(third).startsWith("3,4,phone,\"invalid-number: "),
                            fourth -> assertThat(fourth).startsWith("4,5,purpose,\"unknown-purpose: "),
                            fifth -> assertThat(fifth).startsWith("5,6,at,\"invalid-request: must be a time"),
                            sixth -> assertThat(sixth).startsWith("6,7,,malformed: 2 cells; the first row has 9"));
            assertThat(report + result.out()).doesNotContain("91200000", "HYPERLINK", "SUM", "form-", "01/11");
            assertThat(standing("+351912000002")
                            .path("consents")
                            .path(0)
                            .path("status")
                            .asText())
                    .isEqualTo("granted");
        }

        @Test
        void importsAgainWithoutChangingAnything() throws IOException {
            Path file = csv(
                    "again", IntStream.range(100, 160).mapToObj(this::granted).toArray(String[]::new));
            assertThat(shell.run("consent", "import", file.toString(), "--json")
                            .succeeded()
                            .json()
                            .path("recorded")
                            .asInt())
                    .isEqualTo(60);
            await().until(() -> hub.audit("kind=consent.granted").size() >= 60);
            long entries = hub.audit("kind=consent.granted").size();
            Shell.Result again = shell.run("consent", "import", file.toString()).succeeded();
            assertThat(again.out()).contains("60 rows: 0 recorded, 60 unchanged, 0 refused", "Nothing changed.");
            assertThat(hub.audit("kind=consent.granted")).hasSize((int) entries);
        }

        @Test
        void letsTheLastRowOfTheSamePersonHold() throws IOException {
            Path file = csv("twice", granted(200), "+351912000200,order-updates,withdrawn,,,,,,");
            shell.run("consent", "import", file.toString()).succeeded();
            assertThat(standing("+351912000200")
                            .path("consents")
                            .path(0)
                            .path("status")
                            .asText())
                    .isEqualTo("withdrawn");
        }

        @Test
        void recordsAChunkInAConstantNumberOfStatementsAndOneTransaction() throws IOException {
            Path few =
                    csv("few", IntStream.range(300, 350).mapToObj(this::granted).toArray(String[]::new));
            Path many = csv(
                    "many", IntStream.range(400, 900).mapToObj(this::granted).toArray(String[]::new));
            int forFifty = statements(few);
            assertThat(statements(many)).isLessThanOrEqualTo(forFifty + 2).isLessThan(25);
        }

        @Test
        void goesOnWhereAKilledRunEnded() throws Exception {
            Path file = csv(
                    "killed",
                    IntStream.range(10_000, 16_000).mapToObj(this::granted).toArray(String[]::new));
            try (ChildJvm run = ChildJvm.startProduct(
                    directory,
                    "dev.sealpost.Sealpost",
                    "consent",
                    "import",
                    file.toString(),
                    "--url",
                    "http://127.0.0.1:" + port,
                    "--key-file",
                    shell.keyFile().toString())) {
                await().pollInterval(Duration.ofMillis(20)).until(() -> recorded("10499"));
                run.kill();
            }
            JsonNode rest = shell.run("consent", "import", file.toString(), "--json")
                    .succeeded()
                    .json();
            assertThat(rest.path("rows").asInt()).isEqualTo(6_000);
            assertThat(rest.path("unchanged").asInt())
                    .isBetween(500, 5_999)
                    .isEqualTo(6_000 - rest.path("recorded").asInt());
        }

        @Test
        void showsWherePeopleStandWithTheNumberFromAFile() throws IOException {
            hub.grant("+351912345678", "order-updates");
            Path number = Files.writeString(directory.resolve("number"), "+351 912 345 678\n");
            Shell.Result shown = shell.run("consent", "show", "--phone-file", number.toString())
                    .succeeded();
            assertThat(shown.out())
                    .contains("order-updates", "granted", "opened")
                    .doesNotContain("912");
            assertThat(shell.run("consent", "show", "--phone", "+351912999999")
                            .succeeded()
                            .out())
                    .contains("Nothing was ever said");
            assertThat(shell.run("consent", "show", "--phone", "nonsense").exitCode())
                    .isEqualTo(1);
        }

        private String granted(int number) {
            return "+3519120%05d,order-updates,granted,order-updates@1,yes,2026-11-01T10:00:00Z,form-%d,2026-11-01T10:05:00Z,link"
                    .formatted(number, number);
        }

        private Path csv(String name, String... rows) throws IOException {
            return Files.writeString(directory.resolve(name + ".csv"), HEADING + String.join("\n", rows) + "\n");
        }

        private int statements(Path file) {
            statements.reset();
            shell.run("consent", "import", file.toString()).succeeded();
            assertThat(statements.commits()).isEqualTo(1);
            return statements.executed();
        }

        private boolean recorded(String number) {
            return !standing("+3519120" + number).path("history").isEmpty();
        }

        private JsonNode standing(String phone) {
            return shell.run("consent", "show", "--phone", phone, "--json")
                    .succeeded()
                    .json();
        }
    }

    @Nested
    @DisplayName("audit search")
    class AuditSearch {

        @Test
        void findsEntriesByItsFiltersPageByPage() {
            IntStream.range(0, 3).forEach(i -> grant("--scope", "audit:read"));
            await().until(() -> hub.audit("kind=access.granted").size() >= 3);
            JsonNode first = shell.run("audit", "search", "--kind", "access.granted", "--limit", "2", "--json")
                    .succeeded()
                    .json();
            assertThat(first.path("entries")).hasSize(2);
            String next = first.path("next").asText();
            Shell.Result rest = shell.run("audit", "search", "--kind", "access.granted", "--cursor", next)
                    .succeeded();
            assertThat(rest.out()).contains("access.granted").doesNotContain("consent.");
            assertThat(shell.run("audit", "search", "--kind", "nonsense").err()).contains("kind", "access.granted");
        }
    }

    @Nested
    @DisplayName("deadletters")
    class Letters {
        private static final String PHONE = "+351912777001";

        @AfterEach
        void discardWhatIsLeft() {
            shell.run("deadletters", "discard", "--flow", "order-shipped").succeeded();
        }

        @Test
        void retriesAnEventExactlyOnceHoweverManyTryAtTheSameTime() throws Exception {
            INSTALLATION.drop(order("D-1", PHONE).replace("\"phone\"", "\"telephone\""));
            String letter = letters("malformed").path(0).path("id").asText();
            assertThat(shell.run("deadletters", "show", letter).succeeded().out())
                    .contains("malformed: no phone")
                    .doesNotContain("912777001");

            List<String> results = atOnce(6, () -> shell.run("deadletters", "retry", letter, "--json"));

            assertThat(results)
                    .as(results.toString())
                    .filteredOn(result -> result.contains("\"dead-letter\""))
                    .hasSize(1);
            assertThat(letters("malformed").path(0).path("id").asText()).isNotEqualTo(letter);
            shell.run("deadletters", "discard", "--reason", "malformed").succeeded();
            assertThat(shell.run("deadletters", "list", "--json").json().path("letters"))
                    .isEmpty();
            await().untilAsserted(() -> assertThat(
                            hub.audit("kind=dead-letter.discarded").toString())
                    .contains("order-shipped"));
        }

        @Test
        void sendsAnEventOnceThatItsFlowCanHandleNow() throws Exception {
            hub.grant(PHONE, "order-updates");
            String letter = deadLetter("D-2");

            List<String> results = atOnce(6, () -> shell.run("deadletters", "retry", letter, "--json"));

            assertThat(results)
                    .as(results.toString())
                    .filteredOn(result -> result.contains("\"queued\""))
                    .hasSize(1);
            hub.awaitState("order-shipped", "D-2", "SENT", "DELIVERED", "READ");
            assertThat(INSTALLATION.phone().messagesTo(PHONE)).hasSize(1);
            assertThat(shell.run("deadletters", "retry", letter).exitCode()).isEqualTo(1);
            assertThat(INSTALLATION.phone().messagesTo(PHONE)).hasSize(1);
            await().untilAsserted(() ->
                    assertThat(hub.audit("kind=dead-letter.retried").toString()).contains(letter));
        }

        @Test
        void revealsWhatIsInOneOnlyToWhoMayAndWritesThatDown() throws Exception {
            INSTALLATION.drop(order("D-3", PHONE).replace("\"phone\"", "\"telephone\""));
            String letter = letters("malformed").path(0).path("id").asText();
            Shell reader = shell.withKey(
                    grant("--scope", "messages:read,messages:write").path("key").asText());
            assertThat(reader.run("deadletters", "show", letter).exitCode()).isZero();
            assertThat(reader.run("deadletters", "show", letter, "--reveal").err())
                    .contains("subjects:admin");
            assertThat(shell.run("deadletters", "show", letter, "--reveal")
                            .succeeded()
                            .out())
                    .contains("D-3");
            await().untilAsserted(() -> assertThat(
                            hub.audit("kind=dead-letter.revealed").toString())
                    .contains(letter)
                    .doesNotContain("912777001"));
            Shell other = shell.withKey(grant("--scope", "messages:read,messages:write", "--flow", "sign-in-code")
                    .path("key")
                    .asText());
            assertThat(other.run("deadletters", "list", "--json").json().path("letters"))
                    .isEmpty();
            assertThat(other.run("deadletters", "discard", letter).exitCode()).isEqualTo(1);
            shell.run("deadletters", "discard", letter).succeeded();
        }

        /** As if a step had failed that has been mended since. */
        private String deadLetter(String order) {
            String id = UUID.randomUUID().toString();
            setAside(id, order);
            return StreamSupport.stream(letters("no-outcome").spliterator(), false)
                    .filter(letter -> letter.path("message").asText().equals(id))
                    .findFirst()
                    .orElseThrow()
                    .path("id")
                    .asText();
        }

        private void setAside(String id, String order) {
            MessageId message = MessageId.of(id);
            Reason reason = Reason.of("no-outcome", "a step failed");
            transactions.executeWithoutResult(status -> {
                outbox.refuse(List.of(new RefusedMessage(
                        message,
                        "order-shipped",
                        indexer.index(EventReader.domain("order-shipped"), order),
                        null,
                        null,
                        reason,
                        Instant.now())));
                deadLetters.store(List.of(new DeadEvent(
                        message,
                        "order-shipped",
                        null,
                        reason,
                        null,
                        order(order, PHONE).getBytes())));
            });
        }

        private JsonNode letters(String reason) {
            return await().until(
                            () -> shell.run("deadletters", "list", "--reason", reason, "--json")
                                    .json()
                                    .path("letters"),
                            found -> !found.isEmpty());
        }

        private List<String> atOnce(int times, Callable<Shell.Result> command) throws Exception {
            ExecutorService threads = Executors.newFixedThreadPool(times);
            try {
                List<String> results = new ArrayList<>();
                for (Future<Shell.Result> result : threads.invokeAll(Collections.nCopies(times, command))) {
                    results.add(result.get().out() + result.get().err());
                }
                return results;
            } finally {
                threads.shutdown();
            }
        }
    }

    @Nested
    @DisplayName("line")
    class Line {

        @Test
        void saysThatNoHubAnswersAndEndsWith3() {
            Shell nobody = new Shell(FreePort.next(), directory, shell.keyFile());
            Shell.Result result = nobody.run("access", "list");
            assertThat(result.exitCode()).isEqualTo(3);
            assertThat(result.err())
                    .contains("No hub answers at http://127.0.0.1:")
                    .hasLineCount(1);
        }

        @Test
        void saysWhereAKeyThatIsNotKnownCameFrom() {
            Shell.Result result = shell.withKey("sp_unknown").run("access", "list");
            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.err()).contains("The key came from " + directory).doesNotContain("sp_unknown");
        }

        @Test
        void namesTheScopeThatIsMissing() {
            Shell lacking =
                    shell.withKey(grant("--scope", "audit:read").path("key").asText());
            Shell.Result result = lacking.run("access", "list");
            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.err()).contains("lacks the scope keys:admin");
        }
    }
}
