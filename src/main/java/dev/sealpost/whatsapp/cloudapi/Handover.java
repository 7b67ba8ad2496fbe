package dev.sealpost.whatsapp.cloudapi;

import java.util.concurrent.CompletableFuture;
import org.apache.hc.core5.concurrent.FutureCallback;

/** Passes on what became of the exchange; an answer that was cut off has been passed on before. */
record Handover(CompletableFuture<Answer> answer) implements FutureCallback<Answer> {

    @Override
    public void completed(Answer given) {
        answer.complete(given);
    }

    @Override
    public void failed(Exception cause) {
        answer.completeExceptionally(cause);
    }

    @Override
    public void cancelled() {
        answer.cancel(false);
    }
}
