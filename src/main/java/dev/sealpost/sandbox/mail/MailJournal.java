package dev.sealpost.sandbox.mail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.icegreen.greenmail.store.StoredMessage;
import dev.sealpost.sandbox.journal.Journal;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The lines of {@code mail.jsonl}: each mail when it came into a folder, its later flags, and when it was removed. */
final class MailJournal implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Journal lines;

    private MailJournal(Journal lines) {
        this.lines = lines;
    }

    /** The mails that were there when the journal ended. */
    static Collection<KeptMail> read(Path file) throws IOException {
        Map<String, KeptMail> mails = new LinkedHashMap<>();
        Journal.open(file, (index, line) -> replay(JSON.readTree(line), mails)).close();
        return mails.values();
    }

    private static void replay(JsonNode line, Map<String, KeptMail> mails) throws IOException {
        String name = line.path("name").asText();
        if (line.has("content")) {
            mails.put(
                    name,
                    new KeptMail(
                            line.path("folder").asText(),
                            flags(line),
                            line.path("receivedAt").asLong(),
                            line.path("content").binaryValue()));
        } else if (line.has("flags")) {
            mails.computeIfPresent(name, (same, mail) -> mail.with(flags(line)));
        } else {
            mails.remove(name);
        }
    }

    private static KeptFlags flags(JsonNode line) {
        Set<String> names = new TreeSet<>();
        line.path("flags").forEach(flag -> names.add(flag.asText()));
        return new KeptFlags(names);
    }

    /** An empty one. */
    static MailJournal create(Path file) throws IOException {
        Files.deleteIfExists(file);
        return new MailJournal(Journal.open(file, (index, line) -> {}));
    }

    void added(String name, String folder, KeptFlags flags, StoredMessage mail) {
        ObjectNode line = line(name, flags);
        line.put("folder", folder);
        line.put("receivedAt", mail.getReceivedDate().getTime());
        line.put("content", content(mail));
        append(line);
    }

    void flagged(String name, KeptFlags flags) {
        append(line(name, flags));
    }

    void removed(String name) {
        append(JSON.createObjectNode().put("name", name));
    }

    private static ObjectNode line(String name, KeptFlags flags) {
        ObjectNode line = JSON.createObjectNode().put("name", name);
        flags.names().forEach(line.putArray("flags")::add);
        return line;
    }

    private static byte[] content(StoredMessage mail) {
        var content = new ByteArrayOutputStream();
        try {
            mail.getMimeMessage().writeTo(content);
            return content.toByteArray();
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("The sandbox cannot keep a mail", e);
        }
    }

    private void append(ObjectNode line) {
        try {
            lines.append(JSON.writeValueAsBytes(line));
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox cannot write its mail journal", e);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
