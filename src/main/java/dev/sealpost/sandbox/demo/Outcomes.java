package dev.sealpost.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.sandbox.demo.Story.Ending;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/** Asks the hub until an event's fate is final, for at most 30 s. */
final class Outcomes {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LOOK_AGAIN = 150;
    private static final Set<String> FINAL = Set.of("READ", "REFUSED", "BLOCKED", "FAILED", "PARKED");

    private final HubApi hub;
    private final Instant start;

    Outcomes(HubApi hub, Instant start) {
        this.hub = hub;
        this.start = start;
    }

    Outcome of(Story story) throws IOException, InterruptedException {
        Instant deadline = start.plus(PATIENCE);
        Optional<Outcome> outcome = look(story.ending());
        while (!outcome.map(Outcomes::isFinal).orElse(false) && Instant.now().isBefore(deadline)) {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN);
            outcome = look(story.ending());
        }
        return outcome.orElseGet(() -> new Outcome(List.of(), "nothing was heard of it within 30 s", ""));
    }

    private static boolean isFinal(Outcome outcome) {
        return FINAL.contains(outcome.state()) || outcome.message().isEmpty();
    }

    private Optional<Outcome> look(Ending ending) throws IOException, InterruptedException {
        if (ending instanceof Ending.Message message) {
            return hub.message(message.flow(), message.sourceId()).map(Outcomes::ofMessage);
        }
        return hub.entry(((Ending.Entry) ending).kind(), start).map(Outcomes::ofEntry);
    }

    private static Outcome ofMessage(JsonNode message) {
        List<JsonNode> history = StreamSupport.stream(message.path("history").spliterator(), false)
                .toList();
        List<String> path =
                history.stream().map(step -> step.path("state").asText()).toList();
        String reason = history.isEmpty()
                ? ""
                : history.get(history.size() - 1).path("reason").asText("");
        return new Outcome(path, reason, message.path("id").asText());
    }

    private static Outcome ofEntry(JsonNode entry) {
        String kind = entry.path("kind").asText();
        String state = kind.substring(kind.indexOf('.') + 1).toUpperCase(Locale.ROOT);
        return new Outcome(List.of(state), entry.path("reason").asText(""), "");
    }
}
