package dev.sealpost.delivery;

import dev.sealpost.message.MessageId;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the database holds, for tests. */
@Component
class Rows {

    private final JdbcClient jdbc;

    Rows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, Object> of(MessageId message) {
        return jdbc.sql("SELECT * FROM message WHERE id = ?")
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

    void execute(String sql) {
        jdbc.sql(sql).update();
    }

    void clear() {
        execute("TRUNCATE message, dead_letter");
    }
}
