package dev.sealpost.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Exports of the audit log from the command line. */
abstract class ExportCommands extends SignedFileCommands {

    @Test
    void checksAnExportWithOpensslAlone() throws Exception {
        await().until(() -> !hub.audit("kind=consent.granted").isEmpty());
        Path file = directory.resolve("audit.jsonl");
        Shell.Result told = shell.run("audit", "export", "--out", "" + file, "--kind", "consent.granted")
                .succeeded();
        assertThat(told.out()).containsPattern("\\d+ entr(y|ies) in " + Pattern.quote("" + file));

        List<String> lines = Files.readAllLines(file);
        assertThat(json(lines.get(0)).at("/export/filters/kind").asText()).isEqualTo("consent.granted");
        assertThat(lines.subList(1, lines.size()))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(json(line).path("kind").asText()).isEqualTo("consent.granted"));
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        await().untilAsserted(() -> assertThat(hub.audit("kind=audit.exported"))
                .anySatisfy(entry ->
                        assertThat(entry.at("/evidence/sha256").asText()).isEqualTo(sha256)));

        assertThat(check.byOpenssl(file)).isTrue();
        change(file);
        assertThat(check.byOpenssl(file)).isFalse();
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).noneMatch(left -> left.toString().endsWith(".part"));
        }
    }
}
