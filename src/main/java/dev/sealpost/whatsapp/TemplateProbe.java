package dev.sealpost.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.pause.Pause;
import dev.sealpost.pause.PauseProbe;
import dev.sealpost.pause.PauseScope;
import dev.sealpost.whatsapp.cloudapi.GraphAnswer;
import dev.sealpost.whatsapp.cloudapi.GraphApi;
import dev.sealpost.whatsapp.request.Definitions;
import dev.sealpost.whatsapp.request.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/**
 * Asks the accounts for a template's status: over once it is {@code APPROVED} in every account that has it, in all the
 * languages of {@code templates.yml} (<a
 * href="https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account/message_templates/">message_templates</a>).
 */
@Component
class TemplateProbe implements PauseProbe {

    private static final String APPROVED = "APPROVED";

    private final GraphApi graph;
    private final Senders senders;
    private final AccessTokens tokens;
    private final Definitions definitions;

    TemplateProbe(GraphApi graph, Senders senders, AccessTokens tokens, Definitions definitions) {
        this.graph = graph;
        this.senders = senders;
        this.tokens = tokens;
        this.definitions = definitions;
    }

    @Override
    public boolean knows(Pause pause) {
        return pause.scope() == PauseScope.TEMPLATE;
    }

    @Override
    public CompletableFuture<Boolean> isOver(Pause pause) {
        List<CompletableFuture<Optional<List<String>>>> answers = senders.all().stream()
                .filter(sender -> sender.account() != null)
                .collect(Collectors.toMap(Sender::account, sender -> sender, (one, other) -> one))
                .values()
                .stream()
                .map(sender -> states(sender, pause.key()))
                .toList();
        return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .thenApply(all ->
                        isOver(answers.stream().map(CompletableFuture::join).toList()));
    }

    /** An account that does not have it does not matter, as long as one has it; one that does not answer may have it. */
    private static boolean isOver(List<Optional<List<String>>> answers) {
        List<String> states =
                answers.stream().flatMap(Optional::stream).flatMap(List::stream).toList();
        return !states.isEmpty()
                && answers.stream().allMatch(Optional::isPresent)
                && states.stream().allMatch(APPROVED::equals);
    }

    private CompletableFuture<Optional<List<String>>> states(Sender sender, String template) {
        var query = Map.of("name", template, "fields", "name,status,language", "limit", "100");
        return graph.get(tokens.of(sender), sender.account() + "/message_templates", query)
                .thenApply(answer -> answer instanceof GraphAnswer.Ok ok
                        ? Optional.of(states(ok.json(), template))
                        : Optional.empty());
    }

    private List<String> states(JsonNode answer, String template) {
        return StreamSupport.stream(answer.path("data").spliterator(), false)
                .filter(entry -> template.equals(entry.path("name").textValue()))
                .filter(entry -> isUsed(template, entry.path("language").asText()))
                .map(entry -> entry.path("status").asText())
                .toList();
    }

    private boolean isUsed(String template, String language) {
        return definitions
                .find(template)
                .filter(Template.class::isInstance)
                .map(known -> ((Template) known).languages().contains(language))
                .orElse(true);
    }
}
