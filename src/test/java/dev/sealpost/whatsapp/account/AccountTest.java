package dev.sealpost.whatsapp.account;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sealpost.audit.AuditRecord;
import dev.sealpost.pause.PauseScope;
import dev.sealpost.testing.Parts;
import dev.sealpost.vault.TestVault;
import dev.sealpost.whatsapp.Sender;
import dev.sealpost.whatsapp.SenderStanding.State;
import dev.sealpost.whatsapp.Senders;
import dev.sealpost.whatsapp.cloudapi.AppSecretProof;
import dev.sealpost.whatsapp.cloudapi.CloudApiStub;
import dev.sealpost.whatsapp.cloudapi.GraphApi;
import dev.sealpost.whatsapp.cloudapi.GraphSettings;
import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("A sender of which Meta is asked")
class AccountTest {

    private static final DataSource DATABASE = Parts.database().dataSource();
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Principal ADMIN = () -> "key:admin";

    private final JdbcClient jdbc = JdbcClient.create(DATABASE);
    private final TransactionTemplate transactions =
            new TransactionTemplate(new DataSourceTransactionManager(DATABASE));
    private final List<AuditRecord> audit = new CopyOnWriteArrayList<>();
    private final CloudApiStub meta = CloudApiStub.that(this::answer);
    private final GraphApi graph = new GraphApi(
            new GraphSettings(meta.uri(), "v23.0", HOUR, Duration.ofSeconds(5), HOUR, Set.of()), AppSecretProof.none());
    private final AccountSettings settings = new AccountSettings(HOUR, Duration.ofDays(14), "");
    private final SenderFactsTable table = new SenderFactsTable(jdbc);
    private final Sender shop = sender("1001", null);
    private final Sender clinic = sender("1002", "DE");
    private final RecordedPauses pauses = new RecordedPauses();
    private final Hub hub = new Hub();

    private volatile String storage = local("DE");
    private volatile String token = token("\"expires_at\": 0");
    private volatile boolean silent;

    @BeforeEach
    void startEmpty() {
        jdbc.sql("DELETE FROM sender_check").update();
        jdbc.sql("DELETE FROM sender_token").update();
        table.askSoon(List.of("1001", "1002"));
        hub.refresh();
    }

    @AfterEach
    void close() throws Exception {
        graph.close();
        meta.close();
    }

    @Nested
    @DisplayName("whose messages must be kept in a region")
    class Region {

        @Test
        void sendsNothingUntilItWasReadOnce() {
            assertThat(hub.standings.of(clinic).state()).isEqualTo(State.AWAITED);
            assertThat(hub.standings.admit("clinic", 10)).isZero();
            assertThat(hub.standings.isStopped("clinic")).isFalse();
            assertThat(hub.standings.admit("shop", 10)).isEqualTo(10);

            hub.check.check(clinic);

            assertThat(hub.standings.admit("clinic", 10)).isEqualTo(10);
            assertThat(audit).isEmpty();
        }

        @Test
        void isStoppedByAnotherOneAndGoesOnWithTheRightOneEachAuditedOnce() {
            storage = local("in");
            hub.check.check(clinic);
            hub.check.check(clinic);

            assertThat(hub.standings.isStopped("clinic")).isTrue();
            assertThat(hub.standings.admit("clinic", 10)).isZero();
            assertThat(audit).singleElement().satisfies(entry -> {
                assertThat(entry.outcome()).isEqualTo("stopped");
                assertThat(entry.reason()).hasToString("region-mismatch: config/senders.yml wants DE, Meta says IN");
                assertThat(entry.evidence()).containsEntry("sender", "clinic");
            });

            assertThat(pauses.active()).containsExactly("SENDER clinic region-mismatch");

            storage = local("DE");
            hub.check.check(clinic);

            assertThat(hub.standings.admit("clinic", 10)).isEqualTo(10);
            assertThat(audit).extracting(AuditRecord::outcome).containsExactly("stopped", "ready");
            assertThat(pauses.active()).isEmpty();
        }

        @Test
        void isNotLetGoByLiftingItsPause() {
            storage = local("IN");
            hub.check.check(clinic);

            pauses.lift(PauseScope.SENDER, "clinic", Set.of(), "key:admin");
            assertThat(hub.standings.admit("clinic", 10)).isZero();

            hub.check.check(clinic);
            assertThat(pauses.active()).containsExactly("SENDER clinic region-mismatch");
        }

        @Test
        void isStoppedByDefaultStorageAndByAnswersThatSayNothing() {
            for (String said : List.of(
                    "{\"storage_configuration\":{\"status\":\"DEFAULT\"}}",
                    "{\"storage_configuration\":{\"status\":\"IN_COUNTRY_STORAGE_ENABLED\"}}",
                    "{\"storage_configuration\":{\"status\":\"SOMETHING_NEW\",\"data_localization_region\":\"DE\"}}",
                    "{}",
                    "{\"error\":{\"code\":10}}")) {
                storage = said;
                hub.check.check(clinic);
                assertThat(hub.standings.isStopped("clinic")).as(said).isTrue();
            }
        }

        @Test
        void keepsSendingWhileMetaIsSilentButNotForEver() {
            hub.check.check(clinic);
            silent = true;
            hub.check.check(clinic);
            assertThat(hub.standings.admit("clinic", 10)).isEqualTo(10);

            jdbc.sql("UPDATE sender_check SET region_read_at = region_read_at - interval '121 minutes'")
                    .update();
            hub.refresh();

            assertThat(hub.standings.of(clinic).state()).isEqualTo(State.AWAITED);
            assertThat(hub.standings.admit("clinic", 10)).isZero();
        }

        @Test
        void isStoppedOnTheOtherHubsToo() {
            Hub other = new Hub();
            storage = local("IN");
            hub.check.check(clinic);

            other.refresh();

            assertThat(other.standings.isStopped("clinic")).isTrue();
        }
    }

    @Nested
    @DisplayName("about its token")
    class Token {

        @Test
        void isWarnedOfBeforeItExpiresAndStoppedWhenItHas() {
            token = token("\"expires_at\": " + Instant.now().plusSeconds(3600).getEpochSecond());
            hub.check.check(shop);
            assertThat(hub.standings.of(shop).state()).isEqualTo(State.WARNED);
            assertThat(hub.standings.admit("shop", 10)).isEqualTo(10);

            jdbc.sql("UPDATE sender_check SET token_expires_at = now() WHERE phone_number_id = '1001'")
                    .update();
            hub.refresh();

            assertThat(hub.standings.isStopped("shop")).isTrue();
            assertThat(audit).singleElement().satisfies(entry -> {
                assertThat(entry.outcome()).isEqualTo("warned");
                assertThat(entry.reason().word()).isEqualTo("token-expires");
            });
        }

        @Test
        void isStoppedWhenItIsNoGood() {
            for (String said : List.of(
                    "{\"error\":{\"code\":190,\"error_subcode\":463}}",
                    "{\"error\":{\"code\":100,\"message\":\"Invalid appsecret_proof provided in the API argument\"}}",
                    "{\"data\":{\"is_valid\":false,\"error\":{\"code\":190}}}",
                    "{\"data\":{\"is_valid\":true,\"scopes\":[\"whatsapp_business_management\"]}}")) {
                token = said;
                hub.check.check(shop);
                assertThat(hub.standings.isStopped("shop")).as(said).isTrue();
            }
        }

        @Test
        void isNotStoppedByAnswersThatSayNothing() {
            for (String said : List.of("{}", "{\"error\":{\"code\":100}}", "{\"data\":{\"is_valid\":\"yes\"}}")) {
                token = said;
                hub.check.check(shop);
                assertThat(hub.standings.of(shop).state()).as(said).isEqualTo(State.READY);
            }
        }

        @Test
        void isAskedAboutByOneHubOnly() {
            assertThat(table.claimDue(List.of("1001"), HOUR)).contains("1001");
            assertThat(table.claimDue(List.of("1001"), HOUR)).isEmpty();
            assertThat(table.claimDue(List.of("1001", "1002"), HOUR)).contains("1002");
        }
    }

    @Nested
    @DisplayName("whose token was given to the hub")
    class SealedToken {

        @Test
        void usesItOnEveryHubAndKeepsItSealed() {
            Hub other = new Hub();

            assertThat(hub.replacement.replace(shop, "EAAG-new", ADMIN).outcome())
                    .isEqualTo("replaced");
            other.refresh();

            assertThat(hub.tokens.of(shop)).isEqualTo("EAAG-new");
            assertThat(other.tokens.of(shop)).isEqualTo("EAAG-new");
            assertThat(other.tokens.of(clinic)).isEqualTo("configured-1002");
            assertThat(new String(sealed("1001"), ISO_8859_1)).doesNotContain("EAAG");
            assertThat(audit.toString()).contains("key:admin").doesNotContain("EAAG");
        }

        @Test
        void keepsTheOldOneIfTheNewOneIsNoGoodOrNobodyCanTell() {
            token = "{\"error\":{\"code\":190}}";
            assertThat(hub.replacement.replace(shop, "EAAG-bad", ADMIN))
                    .isEqualTo(new SenderChange("shop", "refused", "token-invalid"));
            silent = true;
            assertThat(hub.replacement.replace(shop, "EAAG-bad", ADMIN).outcome())
                    .isEqualTo("unreachable");

            assertThat(hub.tokens.of(shop)).isEqualTo("configured-1001");
            assertThat(audit).isEmpty();
        }

        @Test
        void doesNotTakeAnotherNumbersToken() {
            hub.replacement.replace(shop, "EAAG-new", ADMIN);
            jdbc.sql("INSERT INTO sender_token (phone_number_id, token) VALUES ('1002', ?)")
                    .param(sealed("1001"))
                    .update();

            hub.refresh();

            assertThat(hub.tokens.of(clinic)).isEqualTo("configured-1002");
        }

        @Test
        void isNotStoppedByWhatWasAskedAboutTheOldOne() {
            token = "{\"error\":{\"code\":190}}";
            AccountCheck.Asked aboutTheOldOne = hub.check.ask(shop);
            await().until(() ->
                    meta.requests().stream().anyMatch(request -> request.line().contains("debug_token")));
            token = token("\"expires_at\": 0");
            hub.replacement.replace(shop, "EAAG-new", ADMIN);

            aboutTheOldOne.settle();

            assertThat(hub.standings.of(shop).state()).isEqualTo(State.READY);
            assertThat(table.claimDue(List.of("1001"), HOUR)).as("asked again").contains("1001");
        }

        @Test
        void usesTheConfiguredOneOnceItIsRemoved() {
            hub.replacement.replace(shop, "EAAG-new", ADMIN);

            hub.replacement.remove(shop, ADMIN);

            assertThat(hub.tokens.of(shop)).isEqualTo("configured-1001");
            assertThat(audit).extracting(AuditRecord::outcome).containsExactly("replaced", "removed");
        }

        private byte[] sealed(String id) {
            return jdbc.sql("SELECT token FROM sender_token WHERE phone_number_id = ?")
                    .param(id)
                    .query(byte[].class)
                    .single();
        }
    }

    @Nested
    @DisplayName("to register its number")
    class Register {

        @Test
        void givesPinAndRegionAndAuditsNeitherPinNorToken() {
            Registration registration = new Registration(graph, hub.tokens, audit::addAll, transactions);

            assertThat(registration.register(clinic, "246802", ADMIN))
                    .isEqualTo(new SenderChange("clinic", "registered", null));

            assertThat(meta.requests()).singleElement().satisfies(request -> {
                assertThat(request.line()).startsWith("POST /v23.0/1002/register");
                assertThat(request.body())
                        .isEqualTo(
                                "{\"messaging_product\":\"whatsapp\",\"pin\":\"246802\",\"data_localization_region\":\"DE\"}");
            });
            assertThat(audit).singleElement().satisfies(entry -> assertThat(entry.toString())
                    .contains("registered")
                    .doesNotContain("246802", "configured-1002"));
        }
    }

    /** What one hub has of its own. */
    private final class Hub {

        private final SealedTokens tokens = new SealedTokens(jdbc, TestVault.hubSeal());
        private final Senders senders = new Senders(
                List.of(shop, clinic), Map.of("shop", shop, "clinic", clinic), Map.of("1001", shop, "1002", clinic));
        private final Standings standings = new Standings(senders, settings);
        private final AccountReader reader = new AccountReader(graph, tokens, settings);
        private final AccountCheck check = new AccountCheck(
                reader, tokens, table, standings, new AccountPauses(pauses), audit::addAll, transactions, settings);
        private final TokenReplacement replacement =
                new TokenReplacement(reader, tokens, table, audit::addAll, transactions);

        void refresh() {
            tokens.refresh();
            standings.know(table.all());
        }
    }

    private void answer(CloudApiStub.Exchange exchange) throws IOException {
        String line = exchange.request().line();
        if (silent) {
            exchange.close();
        } else if (line.contains("/settings")) {
            exchange.respond(200, storage);
        } else if (line.contains("/debug_token")) {
            exchange.respond(200, token);
        } else {
            exchange.respond(200, "{\"success\":true,\"verified_name\":\"Shop\"}");
        }
    }

    private static String local(String region) {
        return "{\"storage_configuration\":{\"status\":\"in_country_storage_enabled\",\"data_localization_region\":\"%s\"}}"
                .formatted(region);
    }

    private static String token(String fields) {
        return "{\"data\":{\"app_id\":\"7\",\"is_valid\":true,\"scopes\":[\"whatsapp_business_messaging\"],%s}}"
                .formatted(fields);
    }

    private static Sender sender(String id, String region) {
        String name = id.equals("1001") ? "shop" : "clinic";
        return new Sender(
                name, id, "configured-" + id, null, id, Set.of(), Set.of(), 80, Sender.UNLIMITED, region, null);
    }
}
