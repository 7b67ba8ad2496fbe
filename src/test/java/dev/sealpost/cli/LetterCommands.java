package dev.sealpost.cli;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;

/** Leaves no dead letter behind. */
abstract class LetterCommands extends HubCommands {

    @AfterEach
    void discardWhatIsLeft() {
        shell.run("deadletters", "discard", "--flow", "order-shipped").succeeded();
    }

    /** The id of the only one of a reason, once it is there. */
    String letter(String reason) {
        return await().until(
                        () -> shell.run("deadletters", "list", "--reason", reason, "--json")
                                .json()
                                .path("letters"),
                        found -> found.size() == 1)
                .path(0)
                .path("id")
                .asText();
    }

    /** The id of the one that a message left, once it is there. */
    String letterOf(String message) {
        return await().until(() -> find(message), Optional::isPresent).orElseThrow();
    }

    private Optional<String> find(String message) {
        JsonNode letters = shell.run("deadletters", "list", "--json").json().path("letters");
        return StreamSupport.stream(letters.spliterator(), false)
                .filter(letter -> letter.path("message").asText().equals(message))
                .map(letter -> letter.path("id").asText())
                .findFirst();
    }
}
