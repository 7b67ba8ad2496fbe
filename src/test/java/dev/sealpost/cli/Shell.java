package dev.sealpost.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs commands in the test's own process against a hub, with a key in a file. */
record Shell(int port, Path directory, Path keyFile) {

    static Shell of(int port, Path directory, String key) {
        try {
            Path file = Files.createTempFile(directory, "key", "");
            Files.writeString(file, key + "\n");
            return new Shell(port, directory, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Shell withKey(String key) {
        return of(port, directory, key);
    }

    /** Runs a command with the hub's address and the key. */
    Result run(String... arguments) {
        return alone(Stream.concat(
                        Stream.of(arguments),
                        Stream.of("--url", "http://127.0.0.1:" + port, "--key-file", keyFile.toString()))
                .toArray(String[]::new));
    }

    static Result alone(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = new CommandLineInterface(
                        settings -> {
                            throw new AssertionError("started a hub with " + settings);
                        },
                        Optional::empty)
                .printingTo(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
        return new Result(List.of(arguments), exitCode, out.toString(), err.toString());
    }

    record Result(List<String> command, int exitCode, String out, String err) {

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(out);
            } catch (IOException e) {
                throw new IllegalStateException("No JSON: " + this, e);
            }
        }

        Result succeeded() {
            if (exitCode != 0) {
                throw new AssertionError(toString());
            }
            return this;
        }
    }
}
