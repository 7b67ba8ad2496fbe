package dev.sealpost.cli.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;

/**
 * A file and the hub's signature over it in a second one, {@code FILE.sig}, as openssl reads it. Both appear when they are complete, the
 * signature first; what is there already is not overwritten, for it may be a proof.
 */
public final class SignedFile {
    private static final String SIGNATURE = ".sig";
    private static final String UNFINISHED = ".part";

    private final Path file;

    /** @throws IllegalArgumentException if one of them is there already, or their directory is not */
    public SignedFile(Path file) {
        this.file = file.toAbsolutePath();
        for (Path taken : new Path[] {this.file, signature()}) {
            if (Files.exists(taken)) {
                throw new IllegalArgumentException(taken + " is there already; name another file");
            }
        }
        if (!Files.isDirectory(this.file.getParent())) {
            throw new IllegalArgumentException(this.file.getParent() + " is no directory");
        }
    }

    public Path signature() {
        return sibling(SIGNATURE);
    }

    /** Where the content is written before it is complete. */
    public Path unfinished() {
        return sibling(UNFINISHED);
    }

    /** @param signature as the hub answers it */
    public void complete(JsonNode signature) throws IOException {
        byte[] value = Base64.getDecoder().decode(signature.path("value").asText());
        Files.write(signature(), value);
        Files.move(unfinished(), file, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path sibling(String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
