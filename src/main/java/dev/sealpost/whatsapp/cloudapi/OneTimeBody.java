package dev.sealpost.whatsapp.cloudapi;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;

/**
 * A request's body that is written at most once, or withdrawn and then never. It is what tells a failure before the request was
 * written (try again) from one after it (unknown), and what keeps an HTTP client from repeating a POST on its own.
 *
 * <p>Not guaranteed: that a body handed over has reached anybody. Prints none of its content.
 */
public final class OneTimeBody implements AsyncEntityProducer {

    private enum State {
        WAITING,
        HANDED_OVER,
        WITHDRAWN
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private final ByteBuffer bytes;
    private final int length;

    public OneTimeBody(byte[] json) {
        bytes = ByteBuffer.wrap(json);
        length = json.length;
    }

    /**
     * Makes sure that not a byte of it is written from now on.
     *
     * @return false if it has been handed to a connection already, so that nobody can tell
     */
    public boolean withdraw() {
        return state.compareAndSet(State.WAITING, State.WITHDRAWN) || state.get() == State.WITHDRAWN;
    }

    @Override
    public void produce(DataStreamChannel connection) throws IOException {
        if (!state.compareAndSet(State.WAITING, State.HANDED_OVER) && isWithdrawnOrWritten()) {
            throw new IOException("The request was withdrawn or has been written before");
        }
        connection.write(bytes);
        if (!bytes.hasRemaining()) {
            connection.endStream();
        }
    }

    private boolean isWithdrawnOrWritten() {
        return state.get() == State.WITHDRAWN || !bytes.hasRemaining();
    }

    @Override
    public int available() {
        return bytes.remaining();
    }

    @Override
    public long getContentLength() {
        return length;
    }

    @Override
    public String getContentType() {
        return ContentType.APPLICATION_JSON.getMimeType();
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
        // Whoever posted it is told by the client.
    }

    @Override
    public void releaseResources() {
        // There are none.
    }

    @Override
    public String toString() {
        return "OneTimeBody[" + length + " bytes, " + state + "]";
    }
}
