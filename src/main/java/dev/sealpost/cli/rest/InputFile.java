package dev.sealpost.cli.rest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that the user named, of which is known that it can be read. */
public record InputFile(Path path) {

    /** @throws IllegalArgumentException with what it is instead */
    public static InputFile of(Path path) {
        String problem = problem(path);
        if (problem != null) {
            throw new IllegalArgumentException(path + " " + problem);
        }
        return new InputFile(path);
    }

    /**
     * @param largest in bytes
     * @throws IllegalArgumentException also if it is larger
     */
    public static InputFile of(Path path, long largest) {
        InputFile file = of(path);
        if (file.size() > largest) {
            throw new IllegalArgumentException(
                    "%s is too large: %,d bytes, where %,d are allowed".formatted(path, file.size(), largest));
        }
        return file;
    }

    public long size() {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** @throws IllegalArgumentException if it breaks off */
    public byte[] bytes() {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static String problem(Path path) {
        if (!Files.exists(path)) {
            return "does not exist";
        }
        if (Files.isDirectory(path)) {
            return "is a directory, not a file";
        }
        return Files.isReadable(path) ? null : "cannot be read: permission denied";
    }

    private IllegalArgumentException unreadable(IOException e) {
        return new IllegalArgumentException(
                "%s cannot be read (%s)".formatted(path, e.getClass().getSimpleName()), e);
    }
}
