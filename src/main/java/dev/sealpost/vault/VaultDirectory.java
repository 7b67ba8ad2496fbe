package dev.sealpost.vault;

import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.Stream;

/** The vault on disk: a directory with one file a keyset. */
final class VaultDirectory {

    private static final int LARGEST_KEYSET_FILE = 1 << 16;

    private final Path directory;

    VaultDirectory(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
    }

    /** What is wrong with the directory and the files that are there; one that is absent is no fault here. */
    List<VaultFault> faults() {
        Stream<VaultFault> files = VaultKeyset.all().stream()
                .map(this::file)
                .filter(VaultDirectory::isThere)
                .flatMap(file -> OwnerOnly.FILE.faultOf(file).stream());
        return isThere(directory)
                ? Stream.concat(OwnerOnly.DIRECTORY.faultOf(directory).stream(), files)
                        .toList()
                : List.of();
    }

    Path file(VaultKeyset keyset) {
        return directory.resolve(keyset.fileName());
    }

    boolean has(VaultKeyset keyset) {
        return isThere(file(keyset));
    }

    /** @throws GeneralSecurityException if what is there is no keyset of that kind */
    KeysetHandle read(VaultKeyset keyset) throws GeneralSecurityException {
        try (var in = Files.newInputStream(file(keyset), LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(LARGEST_KEYSET_FILE + 1);
            if (bytes.length > LARGEST_KEYSET_FILE) {
                throw new GeneralSecurityException("larger than any keyset");
            }
            return Keysets.parse(keyset, new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new GeneralSecurityException("not readable (" + e.getClass().getSimpleName() + ")");
        }
    }

    /** Either the whole file is there afterwards, also after a crash, or none. */
    void create(VaultKeyset keyset, KeysetHandle handle) {
        try {
            createDirectory();
            Path temporary = Files.createTempFile(directory, keyset.id(), ".new", OwnerOnly.FILE.attribute());
            writeDurably(temporary, KeysetText.write(handle));
            Files.move(temporary, file(keyset), StandardCopyOption.ATOMIC_MOVE);
            force(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create %s in the vault".formatted(file(keyset)), e);
        }
    }

    private void createDirectory() throws IOException {
        if (!isThere(directory)) {
            Files.createDirectories(directory.getParent());
            Files.createDirectory(directory, OwnerOnly.DIRECTORY.attribute());
            force(directory.getParent());
        }
    }

    private static void writeDurably(Path file, String text) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void force(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static boolean isThere(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }
}
