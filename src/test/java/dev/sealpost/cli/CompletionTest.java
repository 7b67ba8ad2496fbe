package dev.sealpost.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The completion script, sourced by bash,")
class CompletionTest {

    @TempDir
    Path directory;

    @ParameterizedTest(name = "completes \"{0}\" with {1}")
    @CsvSource({
        "sealpost acc              , access",
        "sealpost access gr        , grant",
        "sealpost access grant --sc, --scope",
        "sealpost access grant --scope mess, messages:write",
    })
    void completes(String typed, String completed) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash here");
        assertThat(complete(typed)).contains(completed);
    }

    private List<String> complete(String typed) throws IOException, InterruptedException {
        Path script = Files.writeString(
                directory.resolve("sealpost_completion"),
                Shell.alone("completion").succeeded().out());
        List<String> words = List.of(typed.split(" "));
        String asked =
                """
                source %s
                COMP_WORDS=(%s); COMP_CWORD=%d; COMP_LINE="%s"; COMP_POINT=${#COMP_LINE}
                $(complete -p sealpost | sed 's/.*-F \\([^ ]*\\) .*/\\1/')
                printf '%%s\\n' "${COMPREPLY[@]}"
                """
                        .formatted(script, typed, words.size() - 1, typed);
        Process bash = new ProcessBuilder("/bin/bash", "--norc", "-c", asked)
                .redirectErrorStream(true)
                .start();
        String output = new String(bash.getInputStream().readAllBytes());
        assertThat(bash.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return output.lines().map(String::strip).toList();
    }
}
