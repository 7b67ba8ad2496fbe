package dev.sealpost.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.pause.Pause;
import dev.sealpost.pause.PauseProbe;
import dev.sealpost.pause.PauseScope;
import dev.sealpost.whatsapp.cloudapi.GraphAnswer;
import dev.sealpost.whatsapp.cloudapi.GraphApi;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/**
 * Asks for the sender's own number: an answer proves that token and permission are good again, {@code CONNECTED} that the number is
 * registered (<a href="https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account-to-number-current-status/">
 * phone number</a>). Sends nothing to anybody.
 */
@Component
class SenderProbe implements PauseProbe {

    private static final Map<String, String> FIELDS = Map.of("fields", "id,status");
    private static final String CONNECTED = "CONNECTED";

    private final GraphApi graph;
    private final Senders senders;
    private final AccessTokens tokens;

    SenderProbe(GraphApi graph, Senders senders, AccessTokens tokens) {
        this.graph = graph;
        this.senders = senders;
        this.tokens = tokens;
    }

    @Override
    public boolean knows(Pause pause) {
        return pause.scope() == PauseScope.SENDER && senders.named(pause.key()).isPresent();
    }

    @Override
    public CompletableFuture<Boolean> isOver(Pause pause) {
        Sender sender = senders.named(pause.key()).orElseThrow();
        return graph.get(tokens.of(sender), sender.phoneNumberId(), FIELDS)
                .thenApply(answer -> answer instanceof GraphAnswer.Ok ok && isWell(ok.json(), sender));
    }

    private static boolean isWell(JsonNode number, Sender sender) {
        return sender.phoneNumberId().equals(number.path("id").asText())
                && CONNECTED.equals(number.path("status").asText(CONNECTED));
    }
}
