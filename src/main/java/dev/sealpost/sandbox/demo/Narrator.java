package dev.sealpost.sandbox.demo;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Prints the stories for a person to read. */
final class Narrator {
    private static final Map<String, String> ADVICE = Map.ofEntries(
            Map.entry("no-consent", "record the person's consent: PUT /api/consents"),
            Map.entry("not-confirmed", "the person has not confirmed yet: nothing is sent until then"),
            Map.entry("withdrawn", "only the person can agree again; until then nothing is sent"),
            Map.entry("invalid-number", "mend the number where it comes from: country code and number, +351912345678"),
            Map.entry("not-minimisable", "the event lacks a field that the message needs: mend its producer"),
            Map.entry("131026", "reach this person in another way, or ask for another number"),
            Map.entry("malformed", "mend the producer; the event is kept, sealed, as a dead letter"));

    private final PrintStream out;

    Narrator(PrintStream out) {
        this.out = out;
    }

    void begin() {
        out.printf(
                "The demo shop ships orders, seven events to shop.orders.shipped, a clinic sends a mail, and a contact"
                        + " opts in: what the hub makes of them.%n");
    }

    void title(int number, Story story) {
        out.printf("%n  %d  %s%n", number, story.title());
    }

    void tell(Story story, Outcome outcome, Optional<Received> received) {
        line("so", String.join(" → ", outcome.path()));
        if (!outcome.reason().isEmpty()) {
            line("why", outcome.reason());
        }
        advice(outcome).ifPresent(advice -> line("do", advice));
        left(outcome, received);
        if (!outcome.message().isEmpty()) {
            line("look", "GET /api/messages/" + outcome.message());
        }
        out.flush();
    }

    private void left(Outcome outcome, Optional<Received> received) {
        if (outcome.path().contains("SENT")) {
            received.ifPresent(this::received);
        } else if (outcome.path().contains("SENDING")) {
            line("left", "the three fields that the template takes; WhatsApp did not take them further");
        } else {
            line("left", "nothing: no field of the event left the hub");
        }
    }

    private static Optional<String> advice(Outcome outcome) {
        return Optional.ofNullable(ADVICE.get(outcome.reasonWord())).or(() -> ADVICE.entrySet().stream()
                .filter(entry -> outcome.reason().contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst());
    }

    private void received(Received received) {
        line("phone", "“%s”".formatted(received.text()));
        line("kept", received.kept().isEmpty() ? "nothing" : String.join(", ", received.kept()));
        line("dropped", String.join(", ", received.dropped()));
    }

    private void line(String label, String text) {
        out.printf("     %-9s%s%n", label, text);
    }

    void end() {
        out.printf("%nThat was the demo. It is sent once; --sealpost.sandbox.fresh=true starts over.%n%n");
    }

    void toldBefore(Path done) {
        out.printf("The demo was sent before (%s); start over with --sealpost.sandbox.fresh=true%n%n", done);
    }

    void brokenOff(Exception why) {
        out.printf("%nThe demo breaks off: %s%nThe next start tries again.%n%n", why.getMessage());
    }
}
