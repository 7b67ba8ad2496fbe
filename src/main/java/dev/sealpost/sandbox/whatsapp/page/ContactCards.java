package dev.sealpost.sandbox.whatsapp.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import dev.sealpost.sandbox.whatsapp.wire.LenientObject;
import java.util.List;
import java.util.stream.StreamSupport;

/** Contact cards: a name, where they work, and the ways to reach them. */
final class ContactCards {
    private ContactCards() {}

    static ArrayNode of(LenientObject contacts) {
        ArrayNode cards = Json.MAPPER.createArrayNode();
        StreamSupport.stream(contacts.node().spliterator(), false)
                .map(LenientObject::new)
                .forEach(contact -> card(contact, cards.addObject()));
        return cards;
    }

    private static void card(LenientObject contact, ObjectNode card) {
        LenientObject name = contact.object("name");
        card.put(
                "name",
                name.text("formatted_name").or(() -> name.text("first_name")).orElse("A contact"));
        contact.object("org").text("company").ifPresent(company -> card.put("company", company));
        ArrayNode ways = card.putArray("ways");
        List.of("phone", "email", "url").forEach(way -> contact.list(way + "s").stream()
                .flatMap(entry -> entry.text(way).stream())
                .forEach(ways::add));
    }
}
