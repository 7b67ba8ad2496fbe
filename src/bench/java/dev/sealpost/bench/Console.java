package dev.sealpost.bench;

import java.io.PrintStream;

/** What a benchmark says. */
final class Console {

    private static final PrintStream OUT = System.out;

    private Console() {}

    static void print(String line) {
        OUT.println(line);
    }

    static void print(String format, Object... values) {
        OUT.printf(format + "%n", values);
    }
}
