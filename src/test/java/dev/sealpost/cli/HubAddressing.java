package dev.sealpost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.testing.FreePort;
import org.junit.jupiter.api.Test;

/** What a command says when hub or key do not let it. */
abstract class HubAddressing extends HubCommands {

    @Test
    void saysThatNoHubAnswersAndEndsWith3() {
        Shell nobody = new Shell(FreePort.next(), directory, shell.keyFile());
        Shell.Result result = nobody.run("access", "list");
        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.err()).contains("No hub answers at http://127.0.0.1:").hasLineCount(1);
    }

    @Test
    void saysWhereAKeyThatIsNotKnownCameFrom() {
        Shell.Result result = shell.withKey("sp_unknown").run("access", "list");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("The key came from " + directory).doesNotContain("sp_unknown");
    }

    @Test
    void namesTheScopeThatIsMissing() {
        Shell lacking = shell.withKey(grant("--scope", "audit:read").path("key").asText());
        Shell.Result result = lacking.run("access", "list");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("lacks the scope keys:admin");
    }
}
