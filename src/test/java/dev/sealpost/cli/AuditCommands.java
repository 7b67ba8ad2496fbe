package dev.sealpost.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The audit from the command line. */
abstract class AuditCommands extends HubCommands {

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
