package dev.sealpost.delivery;

import dev.sealpost.message.MessageId;
import dev.sealpost.sealing.OpenedContent;
import dev.sealpost.sealing.SealedContent;
import dev.sealpost.sealing.Sealer;
import dev.sealpost.vault.SubjectKeys;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database holds, for tests. */
class Rows {

    private final JdbcClient jdbc;
    private final SubjectKeys keys;
    private final Sealer sealer;

    Rows(JdbcClient jdbc, SubjectKeys keys, Sealer sealer) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.sealer = sealer;
    }

    Map<String, Object> of(MessageId message) {
        return jdbc.sql("SELECT * FROM message WHERE id = ?")
                .param(message.value())
                .query()
                .singleRow();
    }

    Map<String, Object> deadLetter(MessageId message) {
        return jdbc.sql("SELECT * FROM dead_letter WHERE message = ?")
                .param(message.value())
                .query()
                .singleRow();
    }

    boolean exists(MessageId message) {
        return count("message WHERE id = '" + message + "'") == 1;
    }

    String state(QueuedMessage message) {
        return (String) of(message.sealed().origin().id()).get("state");
    }

    long count(String fromAndWhere) {
        return jdbc.sql("SELECT count(*) FROM " + fromAndWhere)
                .query(Long.class)
                .single();
    }

    /** How many messages there are in each state, for failing tests to tell. */
    String states() {
        return jdbc.sql("SELECT state, behind, next_attempt_at <= now() AS due, count(*) FROM message GROUP BY 1, 2, 3")
                .query()
                .listOfRows()
                .toString();
    }

    void execute(String sql) {
        jdbc.sql(sql).update();
    }

    /** Puts a message where the test begins, its content as it would be there. */
    void put(MessageId message, String state) {
        String content = List.of("QUEUED", "SENDING", "UNCERTAIN").contains(state) ? "content" : "NULL";
        execute("UPDATE message SET state = '%s', attempts = 1, claimed_at = now(), content = %s WHERE id = '%s'"
                .formatted(state, content, message));
    }

    void swapContents(MessageId one, MessageId other) {
        jdbc.sql(
                        "UPDATE message m SET content = o.content FROM message o WHERE m.id IN (:pair) AND o.id IN (:pair) AND m.id <> o.id")
                .param("pair", List.of(one.value(), other.value()))
                .update();
    }

    OpenedContent openDeadLetter(QueuedMessage message) {
        SealedContent sealed = message.sealed().content();
        byte[] ciphertext = jdbc.sql("SELECT content FROM dead_letter WHERE message = ?")
                .param(sealed.message().value())
                .query(byte[].class)
                .single();
        var letter = new SealedContent(sealed.message(), sealed.subject(), sealed.purpose(), ciphertext);
        return sealer.open(letter, keys.load(List.of(sealed.subject())).get(sealed.subject()));
    }

    void clear() {
        execute("TRUNCATE message, dead_letter, pause");
    }
}
