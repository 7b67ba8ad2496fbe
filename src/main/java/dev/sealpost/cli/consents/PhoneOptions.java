package dev.sealpost.cli.consents;

import dev.sealpost.cli.rest.Argument;
import dev.sealpost.cli.rest.InputFile;
import dev.sealpost.cli.rest.Terminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whom it is about. A number is personal data: as an argument it stays in the shell's history, so a file or a prompt does too. */
final class PhoneOptions {
    private static final long LARGEST_FILE = 4_096;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @ArgGroup
    private Source source;

    /** One of them. */
    static final class Source {
        @Option(
                names = "--phone",
                paramLabel = "NUMBER",
                description =
                        "The number, +351 912 345 678. It stays in the shell's history: where others share the machine, leave it out.")
        private String phone;

        @Option(
                names = "--phone-file",
                paramLabel = "FILE",
                description = "A file with the number in it; - for the input.")
        private Path file;
    }

    /** Asks for it, or reads the input, if it was not given. */
    String read() {
        try {
            String text = source != null && source.phone != null ? source.phone : fromElsewhere();
            if (text == null || text.isBlank()) {
                throw new ParameterException(command.commandLine(), "No phone number was given");
            }
            return text.strip();
        } catch (IOException e) {
            throw new ParameterException(command.commandLine(), "The phone number cannot be read", e);
        }
    }

    private String fromElsewhere() throws IOException {
        if (source != null && !source.file.toString().equals("-")) {
            byte[] content = Argument.read(command, "--phone-file", () -> InputFile.of(source.file, LARGEST_FILE))
                    .bytes();
            return new String(content, StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
        return source == null && Terminal.isAttended()
                ? System.console().readLine("Phone number: ")
                : new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    }
}
