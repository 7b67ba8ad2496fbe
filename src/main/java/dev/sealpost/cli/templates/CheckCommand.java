package dev.sealpost.cli.templates;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.cli.rest.HubClient;
import dev.sealpost.cli.rest.HubCommand;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Command;

/** Shows where Meta's templates differ from the configuration's. */
@Command(
        name = "check",
        description =
                "Asks Meta for the templates of every account and says, with file and line, what is missing, paused, of another category or language, or filled otherwise. Takes a key with the scope messages:read.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 all are as Meta has them, 1 findings, 2 wrong usage, 3 the hub, or Meta for an account, cannot be asked.",
            "",
            "Examples:",
            "  sealpost templates check",
            "  sealpost templates check --json"
        })
public final class CheckCommand extends HubCommand {

    @Override
    protected JsonNode ask(HubClient client) {
        return client.get("/api/templates/check", Map.of());
    }

    @Override
    protected int exitCode(JsonNode report) {
        if (!report.path("findings").isEmpty()) {
            return 1;
        }
        return report.path("unchecked").isEmpty() ? 0 : 3;
    }

    @Override
    protected void show(JsonNode report, PrintWriter out) {
        report.path("findings").forEach(finding -> finding(finding, out));
        report.path("unchecked")
                .forEach(unchecked ->
                        out.println("not checked: " + unchecked.path("what").asText() + ": "
                                + unchecked.path("reason").asText()));
        int findings = report.path("findings").size();
        out.println(findings == 0 ? "No findings." : findings == 1 ? "1 finding." : findings + " findings.");
    }

    private static void finding(JsonNode finding, PrintWriter out) {
        String language = finding.path("language").asText("");
        out.println("%s:%d: %s: template %s%s of account %s: %s"
                .formatted(
                        finding.path("file").asText(),
                        finding.path("line").asInt(),
                        finding.path("rule").asText(),
                        finding.path("template").asText(),
                        language.isEmpty() ? "" : " (" + language + ")",
                        finding.path("account").asText(),
                        finding.path("message").asText()));
        out.println("    fix  " + finding.path("fix").asText());
    }
}
