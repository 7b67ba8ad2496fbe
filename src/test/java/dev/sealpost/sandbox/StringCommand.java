package dev.sealpost.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The command {@code parts} with its output kept. */
final class StringCommand {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    int run(String... arguments) {
        err.reset();
        return new PartsCommand(new PrintStream(out), new PrintStream(err)).run(List.of(arguments));
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
