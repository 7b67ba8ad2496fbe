package dev.sealpost.whatsapp.cloudapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.subject.PhoneNumber;
import dev.sealpost.subject.Recipient;
import dev.sealpost.subject.UserId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code contacts} of an answer: whom Meta takes {@code input}, what the message was sent to, for. */
final class Reached {

    private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{5,14}");

    private Reached() {}

    /** The person's number and user id, where they are others than it was sent to. */
    static List<Recipient> in(JsonNode answer) {
        JsonNode contact = answer.path("contacts").path(0);
        String input = contact.path("input").asText();
        String digits = input.replaceAll("[^0-9]", "");
        return Stream.of(
                        phone(contact.path("wa_id").asText())
                                .filter(number -> !number.text().equals("+" + digits)),
                        userId(contact.path("user_id").asText())
                                .filter(id -> !id.text().equals(input)))
                .<Recipient>flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Recipient> phone(String waId) {
        return Optional.of(waId).filter(DIGITS.asMatchPredicate()).map(digits -> new PhoneNumber("+" + digits));
    }

    private static Optional<Recipient> userId(String text) {
        return Optional.of(text).filter(UserId::isUserId).map(UserId::new);
    }
}
