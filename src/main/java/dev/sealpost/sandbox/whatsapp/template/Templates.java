package dev.sealpost.sandbox.whatsapp.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.journal.Journal;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import dev.sealpost.sandbox.whatsapp.wire.Resource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The templates by account, name and language: each account begins with those of {@code sandbox/templates.json}; what
 * was changed since is kept in {@code templates.jsonl}.
 */
public final class Templates implements AutoCloseable {
    private static final String ACCOUNT = "account";
    private static final String DELETED = "deleted";

    private static final long FIRST_ADDED = 900_000_000_000_000L;

    private record Key(String account, String name, String language) {
        static final Comparator<Key> ORDER =
                Comparator.comparing(Key::account).thenComparing(Key::name).thenComparing(Key::language);
    }

    private final Map<Key, Template> templates = new ConcurrentSkipListMap<>(Key.ORDER);
    private final Journal journal;

    public Templates(Path directory, List<String> accounts) throws IOException {
        accounts.stream().distinct().forEach(this::addInitial);
        journal = Journal.open(directory.resolve("templates.jsonl"), (index, line) -> replay(line));
    }

    private void addInitial(String account) {
        long id = Long.parseLong(account.replaceAll("\\D", "")) % 1_000_000 * 1_000_000;
        for (JsonNode node : Resource.json("templates.json")) {
            put(account, Template.of(Long.toString(++id), node));
        }
    }

    private void replay(byte[] bytes) throws IOException {
        var line = (ObjectNode) Json.MAPPER.readTree(bytes);
        String account = line.path(ACCOUNT).asText();
        Template template = Template.of(line.path("id").asText(), line);
        if (line.has(DELETED)) {
            templates.remove(key(account, template));
        } else {
            put(account, template);
        }
    }

    private void put(String account, Template template) {
        templates.put(key(account, template), template);
    }

    private static Key key(String account, Template template) {
        return new Key(account, template.name(), template.language());
    }

    /** Of any status. */
    public Optional<Template> find(String account, String name, String language) {
        return Optional.ofNullable(templates.get(new Key(account, name, language)));
    }

    /** By name, then language. */
    public List<Template> of(String account) {
        return templates.entrySet().stream()
                .filter(entry -> entry.getKey().account().equals(account))
                .map(Map.Entry::getValue)
                .toList();
    }

    public Optional<Template> byId(String account, String id) {
        return of(account).stream().filter(template -> template.id().equals(id)).findFirst();
    }

    /** In all languages. */
    public List<Template> named(String account, String name) {
        return of(account).stream()
                .filter(template -> template.name().equals(name))
                .toList();
    }

    /** @param node the template as Meta writes it */
    public synchronized Template add(String account, ObjectNode node) throws IOException {
        Template template = Template.of(Long.toString(FIRST_ADDED + journal.size()), node);
        keep(account, template);
        return template;
    }

    public synchronized Template change(String account, Template template, TemplateStatus status) throws IOException {
        Template changed = template.with(status);
        keep(account, changed);
        return changed;
    }

    private void keep(String account, Template template) throws IOException {
        journal.append(Json.bytes(template.node().put(ACCOUNT, account)));
        put(account, template);
    }

    public synchronized void remove(String account, Template template) throws IOException {
        journal.append(Json.bytes(template.node().put(ACCOUNT, account).put(DELETED, true)));
        templates.remove(key(account, template));
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
