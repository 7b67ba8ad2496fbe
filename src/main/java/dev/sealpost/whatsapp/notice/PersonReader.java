package dev.sealpost.whatsapp.notice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.sealpost.subject.Handles;
import dev.sealpost.subject.PhoneNumber;
import dev.sealpost.subject.Recipient;
import dev.sealpost.subject.UserId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads who is meant. WhatsApp knows people by number ({@code wa_id}, digits), by a user id for this business, and by one for a group
 * of businesses; any of them may be missing.
 */
public final class PersonReader {

    private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{5,14}");

    private PersonReader() {}

    /** Who sent a message. @param contacts what the webhook says about the people in it */
    static Optional<Handles> sender(JsonNode message, JsonNode contacts) {
        Optional<PhoneNumber> from = phone(message.path("from"));
        Optional<UserId> userId = userId(message.path("from_user_id"));
        JsonNode contact = contact(contacts, from, userId);
        return handles(
                from.or(() -> phone(contact.path("wa_id"))),
                userId.or(() -> userId(contact.path("user_id"))),
                userId(message.path("from_parent_user_id")).or(() -> userId(contact.path("parent_user_id"))));
    }

    /** Whom something other than a message is about. */
    static Optional<Handles> person(JsonNode node, JsonNode contacts) {
        Optional<PhoneNumber> phone = phone(node.path("wa_id"));
        Optional<UserId> userId = userId(node.path("user_id"));
        JsonNode contact = contact(contacts, phone, userId);
        return handles(
                phone.or(() -> phone(contact.path("wa_id"))),
                userId.or(() -> userId(contact.path("user_id"))),
                userId(node.path("parent_user_id")).or(() -> userId(contact.path("parent_user_id"))));
    }

    /** By what the person was reached that a status is about; the parent's id has had two names. */
    public static Optional<Handles> recipient(JsonNode status) {
        boolean group = status.path("recipient_type").asText().equals("group");
        return group
                ? Optional.empty()
                : handles(
                        phone(status.path("recipient_id")),
                        userId(status.path("recipient_user_id")),
                        userId(status.path("recipient_parent_user_id"))
                                .or(() -> userId(status.path("parent_recipient_user_id"))));
    }

    public static Optional<PhoneNumber> phone(JsonNode waId) {
        String digits = waId.asText();
        return DIGITS.matcher(digits).matches() ? Optional.of(new PhoneNumber("+" + digits)) : Optional.empty();
    }

    static Optional<UserId> userId(JsonNode node) {
        return Optional.ofNullable(node.textValue()).filter(UserId::isUserId).map(UserId::new);
    }

    /** The contact that is the sender, never another one of the same webhook. */
    private static JsonNode contact(JsonNode contacts, Optional<PhoneNumber> phone, Optional<UserId> userId) {
        boolean anonymous = phone.isEmpty() && userId.isEmpty() && contacts.size() == 1;
        return StreamSupport.stream(contacts.spliterator(), false)
                .filter(contact -> anonymous
                        || phone.isPresent() && phone.equals(phone(contact.path("wa_id")))
                        || userId.isPresent() && userId.equals(userId(contact.path("user_id"))))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static Optional<Handles> handles(
            Optional<PhoneNumber> phone, Optional<UserId> userId, Optional<UserId> parent) {
        List<Recipient> all = Stream.<Recipient>of(phone.orElse(null), userId.orElse(null), parent.orElse(null))
                .filter(Objects::nonNull)
                .toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(new Handles(all));
    }
}
