package dev.sealpost.cli.rest;

import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What the user gave, read: what cannot be used is wrong usage of the command. */
public final class Argument {

    private Argument() {}

    /**
     * @param name stands before the message, {@code --out}; may be empty
     * @param reading throws an {@link IllegalArgumentException} that says what is wrong
     * @throws ParameterException with that message
     */
    public static <T> T read(CommandSpec command, String name, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException unusable) {
            String prefix = name.isEmpty() ? "" : name + ": ";
            throw new ParameterException(command.commandLine(), prefix + unusable.getMessage(), unusable);
        }
    }
}
