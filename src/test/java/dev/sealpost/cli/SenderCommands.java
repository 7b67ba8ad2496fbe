package dev.sealpost.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** Against the sandbox's Meta, which finds the sandbox's token good and no other. */
abstract class SenderCommands extends HubCommands {

    @Test
    void checkShowsWhatMetaSays() {
        Shell.Result checked = shell.run("senders", "check", "--json").succeeded();

        assertThat(checked.json().path("senders")).singleElement().satisfies(sender -> {
            assertThat(sender.path("name").asText()).isEqualTo("shop");
            assertThat(sender.path("state").asText()).isEqualTo("ready");
            assertThat(sender.path("number").path("verifiedName").asText()).isNotEmpty();
            assertThat(sender.path("storage").asText()).isEqualTo("default");
            assertThat(sender.path("token").asText()).startsWith("valid");
        });
        assertThat(shell.run("senders", "check").succeeded().out()).contains("shop", "ready");
    }

    @Test
    void tokenTakesAGoodOneFromStandardInputAndNeverShowsIt() {
        JsonNode replaced = typed("sandbox-token\n", "senders", "token", "shop", "--json")
                .succeeded()
                .json();
        assertThat(replaced.path("outcome").asText()).isEqualTo("replaced");
        assertThat(shell.run("senders", "check", "--json")
                        .succeeded()
                        .json()
                        .path("senders")
                        .path(0)
                        .path("tokenSealed")
                        .asBoolean())
                .isTrue();

        Shell.Result refused = typed("stolen-token\n", "senders", "token", "shop");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.out() + refused.err()).contains("token-invalid").doesNotContain("stolen-token");

        shell.run("senders", "token", "shop", "--remove").succeeded();
    }

    @Test
    void registerTakesThePinFromStandardInput() {
        assertThat(typed("123456\n", "senders", "register", "shop", "--pin-stdin")
                        .succeeded()
                        .out())
                .contains("shop: registered");
        assertThat(shell.run("senders", "register", "shop").exitCode()).isEqualTo(2);
    }

    @Test
    void wrongInputChangesNothing() {
        assertThat(typed("", "senders", "token", "shop").exitCode()).isEqualTo(2);
        assertThat(typed("two\nlines\n", "senders", "token", "shop").exitCode()).isEqualTo(2);
        assertThat(typed("12345\n", "senders", "register", "shop", "--pin-stdin")
                        .exitCode())
                .isNotZero();
        assertThat(shell.run("senders", "token", "no-such", "--remove").exitCode())
                .isNotZero();
    }

    private Shell.Result typed(String input, String... command) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(UTF_8)));
        try {
            return shell.run(command);
        } finally {
            System.setIn(before);
        }
    }
}
