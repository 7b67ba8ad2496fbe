package dev.sealpost.whatsapp.cloudapi;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file to upload, read while it is sent. Prints no name and no content.
 *
 * @param fileName as Meta, and with documents the person, gets to see it
 * @param contentType {@code image/png}
 * @param length in bytes; a content that turns out to be of another length fails the call
 */
public record FilePart(String fileName, String contentType, long length, Content content) {

    /** Opened once for each call. */
    @FunctionalInterface
    public interface Content {
        ReadableByteChannel open() throws IOException;
    }

    public FilePart {
        if (contentType.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new IllegalArgumentException("The content type cannot be a header's value");
        }
    }

    public static FilePart of(String fileName, String contentType, byte[] content) {
        return new FilePart(
                fileName, contentType, content.length, () -> Channels.newChannel(new ByteArrayInputStream(content)));
    }

    /** @throws IOException if its length cannot be read */
    public static FilePart of(String fileName, String contentType, Path file) throws IOException {
        return new FilePart(fileName, contentType, Files.size(file), () -> Files.newByteChannel(file));
    }

    @Override
    public String toString() {
        return "FilePart[%s, %d bytes]".formatted(contentType, length);
    }
}
