package dev.sealpost.consent;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.sealpost.database.UuidArray;
import dev.sealpost.message.SubjectRef;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Derives the current states from the events: the first of each subject and purpose in the order of the index that covers it. */
@Component
class StoredConsents implements Consents {
    static final String CURRENT =
            """
            SELECT DISTINCT ON (subject, purpose) subject, purpose, at, status, id, confirmed_at, notice, expires_at
            FROM consent_event
            WHERE subject = ANY (?)
            ORDER BY subject, purpose, at DESC, status DESC, id DESC
            """;

    private static final int MOST_SECONDS = 10;

    private final JdbcTemplate jdbc;
    private final int mostSeconds;

    @Autowired
    StoredConsents(JdbcTemplate jdbc) {
        this(jdbc, MOST_SECONDS);
    }

    /** @param mostSeconds how long the store may take to answer */
    StoredConsents(JdbcTemplate jdbc, int mostSeconds) {
        this.jdbc = jdbc;
        this.mostSeconds = mostSeconds;
    }

    @Override
    public ConsentSnapshot current(Collection<SubjectRef> subjects) {
        if (subjects.isEmpty()) {
            return new ConsentSnapshot(Map.of());
        }
        return snapshot(jdbc.query(connection -> statement(connection, subjects), (row, number) -> read(row)));
    }

    private PreparedStatement statement(Connection connection, Collection<SubjectRef> subjects) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(CURRENT);
        statement.setQueryTimeout(mostSeconds);
        statement.setObject(
                1, UuidArray.of(subjects.stream().map(SubjectRef::value).distinct()));
        return statement;
    }

    private static ConsentSnapshot snapshot(List<Standing> standings) {
        return new ConsentSnapshot(standings.stream()
                .collect(groupingBy(
                        Standing::subject, toMap(standing -> standing.state().purpose(), Standing::state))));
    }

    private static Standing read(ResultSet row) throws SQLException {
        var state = new ConsentState(
                row.getLong("id"),
                row.getString("purpose"),
                ConsentStatus.ofCode(row.getInt("status")),
                instant(row, "at"),
                instant(row, "confirmed_at"),
                row.getString("notice"),
                instant(row, "expires_at"));
        return new Standing(new SubjectRef(row.getObject("subject", UUID.class)), state);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private record Standing(SubjectRef subject, ConsentState state) {}
}
