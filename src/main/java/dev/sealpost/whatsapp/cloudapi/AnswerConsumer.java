package dev.sealpost.whatsapp.cloudapi;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;

/** Takes an answer of a bounded number of bytes; of a longer one only what is known by then, and its connection is closed. */
final class AnswerConsumer implements AsyncResponseConsumer<Answer> {

    private final CompletableFuture<Answer> answer;
    private final IntFunction<? extends Receipt> receipts;
    private HttpResponse head;
    private Receipt receipt;
    private FutureCallback<Answer> client;

    /** @param receipts what takes the body of an answer of that status */
    AnswerConsumer(CompletableFuture<Answer> answer, IntFunction<? extends Receipt> receipts) {
        this.answer = answer;
        this.receipts = receipts;
    }

    @Override
    public void consumeResponse(
            HttpResponse response, EntityDetails entity, HttpContext context, FutureCallback<Answer> callback) {
        head = response;
        receipt = receipts.apply(response.getCode());
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
        if (!receipt.take(bytes)) {
            answer.complete(withBody(Optional.empty()));
            throw new IOException("The answer is longer than allowed");
        }
    }

    @Override
    public void streamEnd(List<? extends Header> trailers) {
        end();
    }

    private void end() {
        client.completed(withBody(Optional.of(receipt.kept())));
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
