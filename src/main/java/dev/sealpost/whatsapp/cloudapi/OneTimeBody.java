package dev.sealpost.whatsapp.cloudapi;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A request's body that is written at most once, or withdrawn and then never. It is what tells a failure before the request was
 * written (try again) from one after it (unknown), and what keeps an HTTP client from repeating a POST on its own.
 *
 * <p>Not guaranteed: that a body handed over has reached anybody. Prints none of its content.
 */
public final class OneTimeBody implements BodyPublisher {

    private enum State {
        WAITING,
        HANDED_OVER,
        WITHDRAWN
    }

    private static final Subscription NOTHING_TO_COME = new Subscription() {
        @Override
        public void request(long count) {
            // the error has been signalled
        }

        @Override
        public void cancel() {
            // nothing was begun
        }
    };

    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private final BodyPublisher bytes;

    public OneTimeBody(byte[] json) {
        bytes = BodyPublishers.ofByteArray(json);
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
    public long contentLength() {
        return bytes.contentLength();
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> connection) {
        if (state.compareAndSet(State.WAITING, State.HANDED_OVER)) {
            bytes.subscribe(connection);
        } else {
            connection.onSubscribe(NOTHING_TO_COME);
            connection.onError(new IOException("The request was withdrawn or has been written before"));
        }
    }

    @Override
    public String toString() {
        return "OneTimeBody[" + contentLength() + " bytes, " + state + "]";
    }
}
