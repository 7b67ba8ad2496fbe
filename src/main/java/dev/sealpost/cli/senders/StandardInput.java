package dev.sealpost.cli.senders;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Console;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** A secret from standard input: arguments are in the shell's history and in everybody's list of processes. */
final class StandardInput {

    private static final int LONGEST = 4096;

    private StandardInput() {}

    /**
     * One line; on a terminal without showing what is typed.
     *
     * @param what for messages
     * @throws ParameterException if there is not exactly one
     */
    static String line(CommandSpec command, String what) {
        String text = read(System.console(), command, what);
        if (text.isEmpty() || text.length() >= LONGEST || text.lines().count() != 1) {
            throw new ParameterException(
                    command.commandLine(), "Standard input must hold one line with " + what + " and nothing else");
        }
        return text;
    }

    private static String read(Console console, CommandSpec command, String what) {
        if (console != null) {
            char[] typed = console.readPassword("%s: ", Character.toUpperCase(what.charAt(0)) + what.substring(1));
            return typed == null ? "" : new String(typed).strip();
        }
        try {
            return new String(System.in.readNBytes(LONGEST), UTF_8).strip();
        } catch (IOException unreadable) {
            throw new ParameterException(command.commandLine(), "Standard input cannot be read", unreadable);
        }
    }
}
