package dev.sealpost.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** API keys from the command line. */
abstract class AccessCommands extends HubCommands {

    @Test
    void showsAKeyOnceAndNeverAgain() {
        JsonNode granted = grant("--scope", "audit:read");
        String all = shell.run("access", "list", "--all", "--json").succeeded().out();
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
    void refusesANameThatLooksPersonal() {
        assertThat(shell.run("access", "grant", "--name", "ana@example.org", "--scope", "audit:read")
                        .exitCode())
                .isEqualTo(2);
        assertThat(shell.run("access", "grant", "--name", "351 912 345 678", "--scope", "audit:read")
                        .err())
                .contains("not a person");
    }
}
