package dev.sealpost.whatsapp.inbound;

import static java.util.stream.Collectors.toMap;

import dev.sealpost.database.SqlArrays;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.whatsapp.cloudapi.Wamids;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the hub's own messages in the outbox. Each method is one statement, or none when there is nothing to ask. */
@Repository
class OwnMessages {

    private final JdbcClient jdbc;
    private final Wamids wamids;

    OwnMessages(JdbcClient jdbc, Wamids wamids) {
        this.jdbc = jdbc;
        this.wamids = wamids;
    }

    /** Which of Meta's ids are of messages that the hub sent. */
    Map<String, MessageId> byWamid(Collection<String> given) {
        Map<String, String> indexes =
                given.stream().distinct().collect(toMap(wamids::index, Function.identity(), (one, other) -> one));
        Map<String, MessageId> found = new HashMap<>();
        if (!indexes.isEmpty()) {
            jdbc.sql("SELECT channel_id, id FROM message WHERE channel_id = ANY (:indexes)")
                    .param("indexes", SqlArrays.texts(indexes.keySet().stream()))
                    .query(row -> {
                        found.put(indexes.get(row.getString(1)), new MessageId(row.getObject(2, UUID.class)));
                    });
        }
        return found;
    }

    Map<MessageId, SubjectRef> subjects(Collection<MessageId> ids) {
        Map<MessageId, SubjectRef> found = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("SELECT id, subject FROM message WHERE id = ANY (:ids) AND subject IS NOT NULL")
                    .param("ids", SqlArrays.uuids(ids.stream().map(MessageId::value)))
                    .query(row -> {
                        found.put(
                                new MessageId(row.getObject(1, UUID.class)),
                                new SubjectRef(row.getObject(2, UUID.class)));
                    });
        }
        return found;
    }
}
