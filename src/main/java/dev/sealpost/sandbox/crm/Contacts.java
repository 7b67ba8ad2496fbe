package dev.sealpost.sandbox.crm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.journal.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The CRM's contacts: {@code contacts.jsonl}, a line for each change of one. The clock never stands still between two changes. */
final class Contacts implements AutoCloseable {
    private static final String KEY = "key";
    private static final String MODIFIED = "modified";
    private static final String FIELDS = "fields";

    private final Map<String, Contact> byKey = new HashMap<>();
    private Journal journal;
    private Instant last = Instant.EPOCH;

    private Contacts() {}

    static Contacts open(Path directory) throws IOException {
        var contacts = new Contacts();
        contacts.journal = Journal.open(directory.resolve("contacts.jsonl"), contacts::replay);
        return contacts;
    }

    private void replay(int index, byte[] line) throws IOException {
        var entry = (ObjectNode) Answers.JSON.readTree(line);
        Instant modified = Instant.parse(entry.path(MODIFIED).asText());
        remember(entry.path(KEY).asText(), modified, (ObjectNode) entry.path(FIELDS));
    }

    /** Adds it, or changes the given fields of it. Its opt-in's time is now if that turned true and none is given. */
    synchronized ObjectNode put(String id, ObjectNode given) throws IOException {
        Contact known = byKey.get(id);
        ObjectNode fields =
                known == null ? Answers.JSON.createObjectNode() : known.fields().deepCopy();
        boolean optedIn = fields.path("whatsappOptIn").asBoolean();
        Instant now = tick();
        fields.put("id", id).setAll(given);
        if (!given.has("modifiedAt")) {
            fields.put("modifiedAt", now.toString());
        }
        if (fields.path("whatsappOptIn").asBoolean() && !optedIn && !given.has("optInAt")) {
            fields.put("optInAt", now.toString());
        }
        store(id, now, fields);
        return fields;
    }

    /** Adds an item as it is, whatever it lacks. */
    synchronized void add(ObjectNode item) throws IOException {
        store("item-" + byKey.size(), tick(), item);
    }

    /** Those that changed at this time or later, the earliest change first. */
    synchronized List<Contact> since(Instant since) {
        return byKey.values().stream()
                .filter(contact -> !contact.modified().isBefore(since))
                .sorted(Contact.BY_CHANGE)
                .toList();
    }

    synchronized int size() {
        return byKey.size();
    }

    private void store(String key, Instant modified, ObjectNode fields) throws IOException {
        ObjectNode line = Answers.JSON.createObjectNode().put(KEY, key).put(MODIFIED, modified.toString());
        line.set(FIELDS, fields);
        journal.append(Answers.JSON.writeValueAsBytes(line));
        remember(key, modified, fields);
    }

    private void remember(String key, Instant modified, ObjectNode fields) {
        Contact known = byKey.get(key);
        byKey.put(key, new Contact(known == null ? byKey.size() : known.number(), modified, fields));
        last = modified.isAfter(last) ? modified : last;
    }

    private Instant tick() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return now.isAfter(last) ? now : last.plusMillis(1);
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
