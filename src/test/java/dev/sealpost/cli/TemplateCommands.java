package dev.sealpost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Against the sandbox's Meta, which has the templates of the delivered configuration. */
abstract class TemplateCommands extends HubCommands {

    @Test
    void checkFindsNothingInTheDeliveredConfiguration() {
        Shell.Result checked = shell.run("templates", "check", "--json").succeeded();

        assertThat(checked.json().path("findings")).isEmpty();
        assertThat(checked.json().path("unchecked")).isEmpty();
        assertThat(shell.run("templates", "check").succeeded().out()).contains("No findings.");
    }
}
