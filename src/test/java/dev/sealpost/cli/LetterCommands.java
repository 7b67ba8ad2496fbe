package dev.sealpost.cli;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

    /** What came of each of so many retries of a letter. */
    List<String> retryAtOnce(int times, String letter) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            Callable<String> retry = () -> outcome(shell.run("deadletters", "retry", letter, "--json"));
            List<String> outcomes = new ArrayList<>();
            for (Future<String> result : threads.invokeAll(Collections.nCopies(times, retry))) {
                outcomes.add(result.get());
            }
            return outcomes;
        } finally {
            threads.shutdown();
        }
    }

    static String outcome(Shell.Result result) {
        return result.json().path("letters").path(0).path("outcome").asText();
    }
}
