package dev.sealpost.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.pause.PauseConsole;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Pausing by hand, and everywhere an operator sees it. */
abstract class PauseCommands extends HubCommands {

    @Autowired
    PauseConsole console;

    @Test
    void pausesShowsAndLiftsATemplateAndTellsTheAuditWho() {
        assertThat(shell.run("pauses", "list").succeeded().out()).contains("Nothing is paused.");

        shell.run("pauses", "begin", "template", "order_shipped", "--reason", "wrong-price")
                .succeeded();

        Shell.Result listed = shell.run("pauses", "list");
        assertThat(listed.exitCode()).isEqualTo(1);
        assertThat(listed.out())
                .contains("template order_shipped", "wrong-price", "when someone lifts it", "sealpost pauses lift");
        assertThat(console.getPauses())
                .singleElement()
                .asString()
                .contains("TEMPLATE order_shipped since", "wrong-price");
        assertThat(shell.run("pauses", "lift", "template", "order_shipped")
                        .succeeded()
                        .out())
                .contains("template order_shipped goes on");
        assertThat(shell.run("pauses", "lift", "template", "order_shipped").exitCode())
                .isEqualTo(1);
        assertThat(audited("pause.begun")).contains("order_shipped", "key:");
        assertThat(audited("pause.lifted")).contains("order_shipped", "key:");
    }

    @Test
    void saysWhatThereIsToPauseWhenTheNameIsWrong() {
        Shell.Result result = shell.run("pauses", "begin", "template", "order_shiped", "--reason", "wrong-price");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("order_shipped");
    }

    private String audited(String kind) {
        return await().until(() -> entries(kind), found -> !found.isEmpty()).toString();
    }

    private JsonNode entries(String kind) {
        return shell.run("audit", "search", "--kind", kind, "--json").json().path("entries");
    }
}
