package dev.sealpost.whatsapp.cloudapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;

/** {@code multipart/form-data} (RFC 7578) of some fields and a file, which is read in pieces as it is sent. Written at most once. */
final class MultipartBody implements AsyncEntityProducer {

    private static final int PIECE = 32 * 1024;

    private final String boundary = "sealpost-" + UUID.randomUUID();
    private final ByteBuffer piece = ByteBuffer.allocate(PIECE).limit(0);
    private final Queue<FilePart.Content> sources = new ArrayDeque<>();
    private final long length;
    private ReadableByteChannel source;
    private long left;

    /** @param fields in order, before the file, which is called {@code file} */
    MultipartBody(Map<String, String> fields, FilePart file) {
        byte[] head = FormHead.of(boundary, fields, file).getBytes(UTF_8);
        byte[] tail = "\r\n--%s--\r\n".formatted(boundary).getBytes(UTF_8);
        sources.add(() -> Channels.newChannel(new ByteArrayInputStream(head)));
        sources.add(file.content());
        sources.add(() -> Channels.newChannel(new ByteArrayInputStream(tail)));
        length = head.length + file.length() + tail.length;
        left = length;
    }

    @Override
    public void produce(DataStreamChannel connection) throws IOException {
        while (piece.hasRemaining() || fill()) {
            left -= connection.write(piece);
            if (piece.hasRemaining()) {
                return;
            }
        }
        if (left != 0) {
            throw new IOException("The file has another length than was said");
        }
        connection.endStream();
    }

    /** @return false at the end */
    private boolean fill() throws IOException {
        piece.clear();
        while (piece.position() == 0 && open()) {
            if (source.read(piece) < 0) {
                releaseResources();
            }
        }
        piece.flip();
        if (piece.remaining() > left) {
            throw new IOException("The file has another length than was said");
        }
        return piece.hasRemaining();
    }

    private boolean open() throws IOException {
        if (source == null && !sources.isEmpty()) {
            source = sources.remove().open();
        }
        return source != null;
    }

    @Override
    public void releaseResources() {
        try (ReadableByteChannel done = source) {
            source = null;
        } catch (IOException alreadyGone) {
            sources.clear();
        }
    }

    @Override
    public int available() {
        return (int) Math.min(left, PIECE);
    }

    @Override
    public long getContentLength() {
        return length;
    }

    @Override
    public String getContentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public String getContentEncoding() {
        return null;
    }

    @Override
    public boolean isChunked() {
        return false;
    }

    @Override
    public Set<String> getTrailerNames() {
        return Set.of();
    }

    @Override
    public void failed(Exception cause) {
        // Whoever uploads it is told by the client.
    }

    @Override
    public String toString() {
        return "MultipartBody[" + length + " bytes]";
    }
}
