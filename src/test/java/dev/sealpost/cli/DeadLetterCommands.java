package dev.sealpost.cli;

import static dev.sealpost.testing.Installation.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

/** Dead letters from the command line. */
abstract class DeadLetterCommands extends LetterCommands {
    private static final String PHONE = "+351912777001";

    @Test
    void listsAndDiscardsThem() {
        INSTALLATION.drop(order("D-1", PHONE).replace("\"phone\"", "\"telephone\""));
        String letter = letter("malformed");
        assertThat(shell.run("deadletters", "show", letter).succeeded().out())
                .contains("malformed: no phone")
                .doesNotContain("912777001");
        assertThat(shell.run("deadletters", "discard").exitCode()).isEqualTo(2);
        shell.run("deadletters", "discard", "--reason", "malformed").succeeded();
        assertThat(shell.run("deadletters", "list", "--json").json().path("letters"))
                .isEmpty();
        await().untilAsserted(() ->
                assertThat(hub.audit("kind=dead-letter.discarded").toString()).contains(letter));
    }

    @Test
    void revealsWhatIsInOneOnlyToWhoMayAndWritesThatDown() throws Exception {
        INSTALLATION.drop(order("D-3", PHONE).replace("\"phone\"", "\"telephone\""));
        String letter = letter("malformed");
        Shell reader = shell.withKey(
                grant("--scope", "messages:read,messages:write").path("key").asText());
        assertThat(reader.run("deadletters", "show", letter).exitCode()).isZero();
        assertThat(reader.run("deadletters", "show", letter, "--reveal").err()).contains("subjects:admin");
        assertThat(shell.run("deadletters", "show", letter, "--reveal")
                        .succeeded()
                        .out())
                .contains("D-3");
        await().untilAsserted(
                        () -> assertThat(hub.audit("kind=dead-letter.revealed").toString())
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
}
