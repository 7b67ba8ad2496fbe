package dev.sealpost.sandbox.whatsapp.media;

import dev.sealpost.sandbox.journal.Journal;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The media of all accounts: an entry each in {@code media.jsonl}, the bytes in {@code media/}. At most {@value #MOST} are
 * kept; the oldest go first.
 */
public final class MediaStore implements AutoCloseable {
    /** How long the id of an upload is good. */
    public static final Duration UPLOADED = Duration.ofDays(30);
    /** How long the id of what a person sent is good. */
    public static final Duration RECEIVED = Duration.ofDays(7);

    static final int MOST = 500;

    private static final String DELETED = "deleted";

    private final Path directory;
    private final Map<String, MediaFile> files = new LinkedHashMap<>();
    private final AtomicLong lastId = new AtomicLong();
    private final Journal journal;

    public MediaStore(Path parent) throws IOException {
        this.directory = parent.resolve("media");
        Files.createDirectories(directory);
        this.journal = Journal.open(parent.resolve("media.jsonl"), (index, line) -> replay(line));
        lastId.set(System.currentTimeMillis() * 1_000);
    }

    private void replay(byte[] bytes) throws IOException {
        var line = Json.MAPPER.readTree(bytes);
        MediaFile file = MediaFile.of(line);
        if (line.has(DELETED)) {
            files.remove(file.id());
        } else {
            files.put(file.id(), file);
        }
    }

    /** @return the entry of the file that now holds the bytes */
    public synchronized MediaFile add(String account, String mimeType, InputStream bytes, Duration life)
            throws IOException {
        String id = Long.toString(lastId.incrementAndGet());
        var digesting = new DigestInputStream(bytes, Sha256.digest());
        long size = Files.copy(digesting, path(id));
        String sha256 = HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        var file =
                new MediaFile(id, account, mimeType, sha256, size, Instant.now().plus(life));
        journal.append(Json.bytes(file.line()));
        files.put(id, file);
        dropOldest();
        return file;
    }

    private void dropOldest() throws IOException {
        while (files.size() > MOST) {
            Iterator<MediaFile> oldest = files.values().iterator();
            remove(oldest.next());
        }
    }

    /** Empty if the id is unknown, expired, or another account's. */
    public synchronized Optional<MediaFile> find(String account, String id) {
        return Optional.ofNullable(files.get(id))
                .filter(file -> file.account().equals(account) && !file.isExpired(Instant.now()));
    }

    public synchronized void remove(MediaFile file) throws IOException {
        journal.append(Json.bytes(file.line().put(DELETED, true)));
        files.remove(file.id());
        Files.deleteIfExists(path(file.id()));
    }

    /** Where the bytes are. */
    public Path path(MediaFile file) {
        return path(file.id());
    }

    private Path path(String id) {
        return directory.resolve(id);
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
