package dev.sealpost.delivery;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.sealpost.database.SqlArrays;
import dev.sealpost.message.MessageId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Applies statuses set by set: look up, lock, move. A status that comes before its send's outcome is committed wins over it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class StatusMoves implements StatusUpdates {

    private static final String BY_CHANNEL_ID =
            """
            SELECT m.channel_id, m.id FROM unnest(:channelIds) AS status (channel_id)
            JOIN message m ON m.channel_id = status.channel_id
            """;

    /** What was never handed to the channel cannot have a status, whoever signed it. */
    private static final String LOCK =
            """
            SELECT %s FROM message
            WHERE id = ANY (:ids)
              AND (state IN ('SENDING', 'UNCERTAIN', 'PARKED', 'SENT', 'DELIVERED') OR state = 'QUEUED' AND attempts > 0)
            ORDER BY id FOR UPDATE
            """
                    .formatted(Standing.COLUMNS);

    private final JdbcClient jdbc;
    private final StatusSeries series;
    private final Moves moves;
    private final UnsentLetters unsent;
    private final Consequences consequences;

    StatusMoves(JdbcClient jdbc, StatusSeries series, Moves moves, UnsentLetters unsent, Consequences consequences) {
        this.jdbc = jdbc;
        this.series = series;
        this.moves = moves;
        this.unsent = unsent;
        this.consequences = consequences;
    }

    @Override
    public void apply(List<StatusUpdate> updates) {
        Map<MessageId, List<StatusUpdate>> byMessage = byMessage(updates);
        if (byMessage.isEmpty()) {
            return;
        }
        List<StatusSeries.Result> results = lock(byMessage.keySet()).stream()
                .map(standing ->
                        series.of(standing, byMessage.get(standing.message().id())))
                .flatMap(Optional::stream)
                .toList();
        List<Move> done =
                moves.apply(results.stream().map(StatusSeries.Result::move).toList());
        unsent.drop(done.stream()
                .filter(Move::provesDelivery)
                .map(move -> move.message().id())
                .toList());
        consequences.apply(results.stream()
                .flatMap(result -> result.consequences().stream())
                .toList());
    }

    private Map<MessageId, List<StatusUpdate>> byMessage(List<StatusUpdate> updates) {
        Map<String, MessageId> known = lookUp(updates);
        return updates.stream()
                .filter(update -> messageOf(update, known) != null)
                .collect(groupingBy(update -> messageOf(update, known)));
    }

    private static MessageId messageOf(StatusUpdate update, Map<String, MessageId> known) {
        return update.message() != null ? update.message() : known.get(update.channelId());
    }

    private Map<String, MessageId> lookUp(List<StatusUpdate> updates) {
        List<String> channelIds = updates.stream()
                .filter(update -> update.message() == null)
                .map(StatusUpdate::channelId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (channelIds.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(BY_CHANNEL_ID)
                .param("channelIds", SqlArrays.texts(channelIds.stream()))
                .query((row, n) -> Map.entry(row.getString(1), new MessageId(row.getObject(2, UUID.class))))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));
    }

    private List<Standing> lock(Collection<MessageId> messages) {
        Stream<UUID> ids = messages.stream().map(MessageId::value);
        return jdbc.sql(LOCK)
                .param("ids", SqlArrays.uuids(ids))
                .query((row, n) -> Standing.read(row))
                .list();
    }
}
