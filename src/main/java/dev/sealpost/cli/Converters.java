package dev.sealpost.cli;

import java.nio.charset.Charset;
import java.util.UUID;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Reads types of which picocli would name the exception instead of what is allowed. */
final class Converters {

    private Converters() {}

    static void register(CommandLine commands) {
        commands.registerConverter(UUID.class, Converters::id);
        commands.registerConverter(Charset.class, Converters::charset);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw new TypeConversionException(
                    "'%s' is no id; it looks like 019c1d3e-7a50-7b4f-9e43-2f6f0a4f6d11".formatted(text));
        }
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            throw new TypeConversionException(
                    "'%s' is no encoding; there are UTF-8, UTF-16, ISO-8859-1, windows-1252 and others"
                            .formatted(name));
        }
    }
}
