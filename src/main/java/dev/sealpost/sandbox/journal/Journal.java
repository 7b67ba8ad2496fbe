package dev.sealpost.sandbox.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * An append-only file of JSON lines. A line that {@link #append} returned for survives a kill of the process; a line torn
 * by one is cut off when the file is opened again. In memory: 8 bytes a line, of which there are at most {@value #MOST}.
 * Safe for many threads.
 *
 * <p>Not guaranteed: that it survives a power loss (nothing is forced to disk).
 */
public final class Journal implements AutoCloseable {
    static final int MOST = 5_000_000;

    private static final int BUFFER = 1 << 16;

    private final FileChannel file;
    /** Where each line ends, its line feed included. */
    private long[] ends = new long[1024];

    private int size;

    private Journal(FileChannel file) {
        this.file = file;
    }

    /** What a reader of the whole file is handed for each line, in order. */
    @FunctionalInterface
    public interface LineVisitor {
        void visit(int index, byte[] line) throws IOException;
    }

    public static Journal open(Path path, LineVisitor visitor) throws IOException {
        Files.createDirectories(path.getParent());
        var journal = new Journal(
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
        journal.replay(visitor);
        return journal;
    }

    private void replay(LineVisitor visitor) throws IOException {
        InputStream in = Channels.newInputStream(file.position(0));
        var line = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            replay(buffer, length, line, visitor);
        }
        file.truncate(end());
    }

    private void replay(byte[] buffer, int length, ByteArrayOutputStream line, LineVisitor visitor) throws IOException {
        int start = 0;
        for (int i = 0; i < length; i++) {
            if (buffer[i] == '\n') {
                line.write(buffer, start, i - start);
                visitor.visit(size, line.toByteArray());
                added(line.size() + 1);
                line.reset();
                start = i + 1;
            }
        }
        line.write(buffer, start, length - start);
    }

    /**
     * Appends one line and returns its index, from 0. The line holds no line feed.
     *
     * @throws IOException also if the journal is full
     */
    public synchronized int append(byte[] line) throws IOException {
        if (size >= MOST) {
            throw new IOException("A record of the sandbox is full: start over with sealpost.sandbox.fresh=true");
        }
        ByteBuffer bytes =
                ByteBuffer.allocate(line.length + 1).put(line).put((byte) '\n').flip();
        long position = end();
        while (bytes.hasRemaining()) {
            file.write(bytes, position + bytes.position());
        }
        return added(line.length + 1);
    }

    public byte[] read(int index) throws IOException {
        long start;
        int length;
        synchronized (this) {
            start = index == 0 ? 0 : ends[index - 1];
            length = (int) (ends[index] - start - 1);
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && file.read(bytes, start + bytes.position()) >= 0) {
            continue;
        }
        return bytes.array();
    }

    public synchronized int size() {
        return size;
    }

    private long end() {
        return size == 0 ? 0 : ends[size - 1];
    }

    private int added(int length) {
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
        }
        ends[size] = end() + length;
        return size++;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
