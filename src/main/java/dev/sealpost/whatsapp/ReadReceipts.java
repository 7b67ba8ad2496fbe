package dev.sealpost.whatsapp;

import dev.sealpost.message.Reason;
import dev.sealpost.whatsapp.cloudapi.GraphAnswer;
import dev.sealpost.whatsapp.cloudapi.GraphApi;
import dev.sealpost.whatsapp.request.ReadReceipt;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/**
 * Tells people that their messages were read. A receipt is no message: it needs no consent, sends no content, and is lost if the Cloud
 * API cannot be reached; it is tried once.
 */
@Component
public class ReadReceipts {

    private final GraphApi graph;
    private final AccessTokens tokens;

    ReadReceipts(GraphApi graph, AccessTokens tokens) {
        this.graph = graph;
        this.tokens = tokens;
    }

    /**
     * Never blocks; the future always completes normally.
     *
     * @param sender the number the person wrote to
     * @param wamid Meta's id of their message
     * @param typing whether "typing…" is shown until an answer comes, at most 25 seconds
     * @return why it was not told, or empty
     */
    public CompletableFuture<Optional<Reason>> tell(Sender sender, String wamid, boolean typing) {
        return graph.post(tokens.of(sender), sender.phoneNumberId() + "/messages", ReadReceipt.of(wamid, typing))
                .thenApply(ReadReceipts::refusal);
    }

    private static Optional<Reason> refusal(GraphAnswer answer) {
        if (answer instanceof GraphAnswer.Refused refused) {
            return Optional.of(refused.reason());
        }
        return answer instanceof GraphAnswer.Unreachable unreachable
                ? Optional.of(unreachable.reason())
                : Optional.empty();
    }
}
