package dev.sealpost.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.pause.Pause;
import dev.sealpost.pause.PauseProbe;
import dev.sealpost.pause.PauseScope;
import dev.sealpost.whatsapp.cloudapi.GraphAnswer;
import dev.sealpost.whatsapp.cloudapi.GraphApi;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/**
 * Asks the accounts for a template's status: over once it is {@code APPROVED} in every language and account that has it (<a
 * href="https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account/message_templates/">message_templates</a>).
 */
@Component
class TemplateProbe implements PauseProbe {

    private static final String APPROVED = "APPROVED";

    private final GraphApi graph;
    private final Senders senders;
    private final AccessTokens tokens;

    TemplateProbe(GraphApi graph, Senders senders, AccessTokens tokens) {
        this.graph = graph;
        this.senders = senders;
        this.tokens = tokens;
    }

    @Override
    public boolean knows(Pause pause) {
        return pause.scope() == PauseScope.TEMPLATE;
    }

    @Override
    public CompletableFuture<Boolean> isOver(Pause pause) {
        List<CompletableFuture<Boolean>> answers = senders.all().stream()
                .filter(sender -> sender.account() != null)
                .collect(Collectors.toMap(Sender::account, sender -> sender, (one, other) -> one))
                .values()
                .stream()
                .map(sender -> isApproved(sender, pause.key()))
                .toList();
        return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .thenApply(all -> !answers.isEmpty() && answers.stream().allMatch(CompletableFuture::join));
    }

    private CompletableFuture<Boolean> isApproved(Sender sender, String template) {
        var query = Map.of("name", template, "fields", "name,status,language", "limit", "100");
        return graph.get(tokens.of(sender), sender.account() + "/message_templates", query)
                .thenApply(answer -> answer instanceof GraphAnswer.Ok ok && isApproved(ok.json(), template));
    }

    private static boolean isApproved(JsonNode answer, String template) {
        List<String> states = StreamSupport.stream(answer.path("data").spliterator(), false)
                .filter(entry -> template.equals(entry.path("name").textValue()))
                .map(entry -> entry.path("status").textValue())
                .filter(Objects::nonNull)
                .toList();
        return !states.isEmpty() && states.stream().allMatch(APPROVED::equals);
    }
}
