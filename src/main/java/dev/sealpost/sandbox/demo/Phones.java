package dev.sealpost.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** People's phones, as the sandbox's record of what they received shows them. */
record Phones(URI cloudApi) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** What the story's person received last, compared with the event. */
    Optional<Received> partOf(Story story) throws IOException, InterruptedException {
        if (story.phone().isEmpty()) {
            return Optional.empty();
        }
        String digits = story.phone().get().replaceAll("\\D", "");
        var request = HttpRequest.newBuilder(cloudApi.resolve("/_sandbox/messages?to=" + digits))
                .build();
        var answer = HTTP.send(request, BodyHandlers.ofString());
        JsonNode messages = JSON.readTree(answer.body()).path("messages");
        return StreamSupport.stream(messages.spliterator(), false)
                .reduce((earlier, later) -> later)
                .map(message -> Received.of(message, story.event()));
    }
}
