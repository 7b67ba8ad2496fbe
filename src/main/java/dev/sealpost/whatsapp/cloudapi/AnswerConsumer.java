package dev.sealpost.whatsapp.cloudapi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;

/** Keeps an answer of a bounded number of bytes; of a longer one only what is known by then, and its connection is closed. */
final class AnswerConsumer implements AsyncResponseConsumer<Answer> {

    private final ByteArrayOutputStream received = new ByteArrayOutputStream(1024);
    private final CompletableFuture<Answer> answer;
    private final int limit;
    private HttpResponse head;
    private FutureCallback<Answer> client;

    /** @param limit the most bytes it keeps */
    AnswerConsumer(CompletableFuture<Answer> answer, int limit) {
        this.answer = answer;
        this.limit = limit;
    }

    @Override
    public void consumeResponse(
            HttpResponse response, EntityDetails entity, HttpContext context, FutureCallback<Answer> callback) {
        head = response;
        client = callback;
        if (entity == null) {
            end();
        }
    }

    /** Throwing closes the connection. Cancelling an exchange whose answer drips does not always. */
    @Override
    public void consume(ByteBuffer bytes) throws IOException {
        if (answer.isDone()) {
            throw new IOException("The answer comes too late");
        }
        if (received.size() + bytes.remaining() > limit) {
            answer.complete(withBody(Optional.empty()));
            throw new IOException("The answer is longer than %d bytes".formatted(limit));
        }
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        received.writeBytes(copy);
    }

    @Override
    public void streamEnd(List<? extends Header> trailers) {
        end();
    }

    private void end() {
        client.completed(withBody(Optional.of(received.toByteArray())));
    }

    private Answer withBody(Optional<byte[]> body) {
        Header retryAfter = head.getFirstHeader("Retry-After");
        return new Answer(head.getCode(), body, Optional.ofNullable(retryAfter).map(Header::getValue));
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) {
        // The answer proper is still to come.
    }

    @Override
    public void updateCapacity(CapacityChannel capacity) throws IOException {
        capacity.update(Integer.MAX_VALUE);
    }

    @Override
    public void failed(Exception cause) {
        answer.completeExceptionally(cause);
    }

    @Override
    public void releaseResources() {
        // There are none.
    }
}
