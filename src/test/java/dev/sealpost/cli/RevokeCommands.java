package dev.sealpost.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.testing.HubClient;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Keys and what ends them, from the command line. */
abstract class RevokeCommands extends HubCommands {

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
    void seesAndRevokesWithALimitedKeyOnlyKeysWithinItsFlows() {
        Shell limited = shell.withKey(grant("--scope", "keys:admin", "--flow", "order-shipped")
                .path("key")
                .asText());
        String other = grant("--scope", "audit:read").path("id").asText();
        assertThat(limited.run("access", "list", "--all", "--json").succeeded().out())
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
