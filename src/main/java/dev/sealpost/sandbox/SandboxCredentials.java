package dev.sealpost.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Properties;
import java.util.Set;

/**
 * The secrets of one sandbox, made at random at its first start and kept in a file that only its owner can read.
 *
 * @param adminUser of the console on the management port
 * @param apiKey of the REST API, with every scope
 * @param postgresPassword of the database's superuser
 * @param isNew whether they were made just now
 */
public record SandboxCredentials(
        String adminUser, String adminPassword, String apiKey, String postgresPassword, boolean isNew) {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;
    private static final int PASSWORD_BYTES = 15;

    /**
     * Loads the file {@code credentials} of the directory, or makes it.
     *
     * @throws IOException if others than its owner may read it, or something is missing from it
     */
    public static SandboxCredentials in(Path directory) throws IOException {
        Path file = file(directory);
        return Files.exists(file) ? load(file) : create(file);
    }

    static Path file(Path directory) {
        return directory.resolve("credentials");
    }

    private static SandboxCredentials load(Path file) throws IOException {
        requireOwnerOnly(file);
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new SandboxCredentials(
                required(properties, "admin.user", file),
                required(properties, "admin.password", file),
                required(properties, "api.key", file),
                required(properties, "postgres.password", file),
                false);
    }

    private static String required(Properties properties, String key, Path file) throws IOException {
        String value = properties.getProperty(key, "");
        if (value.isBlank()) {
            throw new IOException(
                    "%s lacks %s: mend it, or start over with --sealpost.sandbox.fresh=true".formatted(file, key));
        }
        return value;
    }

    private static void requireOwnerOnly(Path file) throws IOException {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null && !OWNER_ONLY.containsAll(view.readAttributes().permissions())) {
            throw new IOException("%s has the mode %s, so others may have read the secrets in it: allowed is rw-------."
                            .formatted(
                                    file,
                                    PosixFilePermissions.toString(
                                            view.readAttributes().permissions()))
                    + " Start over with --sealpost.sandbox.fresh=true, or trust it again with chmod 600");
        }
    }

    private static SandboxCredentials create(Path file) throws IOException {
        var made = new SandboxCredentials(
                "admin", random(PASSWORD_BYTES), "sp_" + random(KEY_BYTES), random(PASSWORD_BYTES), true);
        String text =
                """
                # The secrets of this sandbox. Whoever can read them is its administrator.
                admin.user=%s
                admin.password=%s
                api.key=%s
                postgres.password=%s
                """
                        .formatted(made.adminUser, made.adminPassword, made.apiKey, made.postgresPassword);
        Path written = file.resolveSibling("credentials.new");
        Files.deleteIfExists(written);
        createOwnerOnly(written);
        Files.writeString(written, text, StandardOpenOption.WRITE);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        return made;
    }

    private static void createOwnerOnly(Path file) throws IOException {
        if (Files.getFileStore(file.getParent()).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        } else {
            Files.createFile(file);
        }
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    @Override
    public String toString() {
        return "SandboxCredentials[isNew=%s]".formatted(isNew);
    }
}
