package dev.sealpost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

@DisplayName("A command that is given something wrong")
class WrongInputTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "access revoke x                       | 'x' is no id; it looks like 019c1d3e-",
                "consent import FILE --encoding nope   | 'nope' is no encoding; there are UTF-8",
                "consent import nowhere.csv            | nowhere.csv does not exist",
                "consent import DIR                    | is a directory, not a file",
                "consent show --phone-file DIR         | --phone-file: DIR is a directory, not a file",
                "consent show --phone-file LARGE       | is too large: 20,000 bytes, where 4,096 are allowed",
                "audit search --key-file nowhere       | nowhere does not exist",
                "audit search --key-file LARGE         | is too large: 20,000 bytes, where 16,384 are allowed",
                "audit export --out DIR                | --out: DIR is there already",
                "flows run order-shipped --event DIR   | --event: DIR is a directory, not a file",
                "flows check nowhere                   | nowhere does not exist",
                "flows check config                    | There is no flow in config",
            })
    void saysInItsFirstLineWhatItIsAndEndsWithTwo(String command, String message) throws IOException {
        Shell.Result result = run(command);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err().lines().findFirst().orElseThrow()).contains(real(message));
        assertThat(result.err()).contains("Usage: sealpost").doesNotContain("\tat ", "Exception");
        assertThat(result.err().lines().skip(1)).hasSizeLessThan(7).allMatch(line -> line.length() <= 80);
        assertThat(result.out()).isEmpty();
    }

    @Test
    void saysWhichFileIsTheTroubleWhereOneTurnsOutBadLater() {
        assertThat(failed(new NoSuchFileException("/x/y"), 2))
                .isEqualTo("/x/y cannot be read or written: there is no such file or folder");
        assertThat(failed(new UncheckedIOException(new AccessDeniedException("/x/y")), 2))
                .isEqualTo("/x/y cannot be read or written: permission denied");
        assertThat(failed(new FileSystemException("/x/y", null, "No space left on device"), 3))
                .isEqualTo("/x/y cannot be read or written: No space left on device");
    }

    private Shell.Result run(String command) throws IOException {
        Files.writeString(directory.resolve("file.csv"), "phone,purpose,status\n");
        Files.write(directory.resolve("large"), new byte[20_000]);
        String key = command.contains("--key-file")
                ? ""
                : " --key-file " + Files.writeString(directory.resolve("key"), "sp_x");
        boolean needsKey = !command.startsWith("flows");
        return Shell.alone(
                Stream.of(real(command + (needsKey ? key : "")).split(" ")).toArray(String[]::new));
    }

    private String real(String text) {
        return text.replace("FILE", directory.resolve("file.csv").toString())
                .replace("LARGE", directory.resolve("large").toString())
                .replace("DIR", directory.toString());
    }

    private static String failed(Exception failure, int exitCode) {
        StringWriter err = new StringWriter();
        CommandLine command = new CommandLine(new PartsCommand(Optional::empty)).setErr(new PrintWriter(err, true));
        try {
            assertThat(new Failures().handleExecutionException(failure, command, null))
                    .isEqualTo(exitCode);
        } catch (Exception passedOn) {
            throw new AssertionError(passedOn);
        }
        return err.toString().strip();
    }
}
