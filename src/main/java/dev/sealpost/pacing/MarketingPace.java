package dev.sealpost.pacing;

import dev.sealpost.database.SqlArrays;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.Reason;
import dev.sealpost.message.SubjectRef;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Marketing's own rules: countries it is not sent to, people who had enough of it, and a quiet interval. */
@Component
public class MarketingPace {

    private static final Reason HAD_ENOUGH =
            Reason.of("marketing-limit", "the person got enough marketing for now, says Meta or the quiet interval");

    private static final String WAITING =
            """
            SELECT m.subject, greatest(m.until, m.last_at + :quiet * interval '1 ms') AS until
            FROM unnest(:subjects) AS person (subject)
            JOIN marketing_pace m USING (subject)
            WHERE m.until > now() OR m.last_at + :quiet * interval '1 ms' > now()
            """;

    private static final String SENT =
            """
            INSERT INTO marketing_pace (subject, last_at)
            SELECT DISTINCT subject, now() FROM unnest(:subjects) AS person (subject) ORDER BY subject
            ON CONFLICT (subject) DO UPDATE SET last_at = excluded.last_at
            """;

    private static final String PAUSE =
            """
            INSERT INTO marketing_pace (subject, until)
            SELECT DISTINCT subject, now() + :pause * interval '1 ms' FROM unnest(:subjects) AS person (subject) ORDER BY subject
            ON CONFLICT (subject) DO UPDATE SET until = excluded.until
            """;

    private static final String FORGET =
            """
            DELETE FROM marketing_pace
            WHERE coalesce(until <= now(), true) AND coalesce(last_at + :quiet * interval '1 ms' <= now(), true)
            """;

    private final JdbcClient jdbc;
    private final Set<String> refusedCountries;
    private final Duration quiet;
    private final Duration pause;

    MarketingPace(JdbcClient jdbc, PacingSettings settings) {
        this.jdbc = jdbc;
        this.refusedCountries = Set.copyOf(settings.marketing().refusedCountries());
        this.quiet = settings.marketing().quiet();
        this.pause = settings.marketing().pause();
    }

    /** Whether marketing may be sent to people there at all. @param country ISO 3166-1 alpha-2, or null */
    public Optional<Reason> objection(String country) {
        return country != null && refusedCountries.contains(country)
                ? Optional.of(Reason.of("marketing-country", "marketing is not sent to people in " + country))
                : Optional.empty();
    }

    /** These people had enough marketing (131049): they get none for a day. Takes part in the caller's transaction. */
    public void hadEnough(Collection<SubjectRef> people) {
        if (!people.isEmpty()) {
            of(PAUSE, people).param("pause", pause.toMillis()).update();
        }
    }

    Map<MessageId, Postponement> review(List<Planned> planned) {
        List<SubjectRef> people = people(planned);
        if (people.isEmpty()) {
            return Map.of();
        }
        Map<SubjectRef, Instant> waiting = waiting(people);
        return planned.stream()
                .filter(Planned::marketing)
                .filter(message -> waiting.containsKey(message.chat().subject()))
                .collect(Collectors.toMap(
                        Planned::message,
                        message -> new Postponement(waiting.get(message.chat().subject()), HAD_ENOUGH)));
    }

    private Map<SubjectRef, Instant> waiting(List<SubjectRef> people) {
        return of(WAITING, people)
                .param("quiet", quiet.toMillis())
                .query((row, n) -> Map.entry(
                        new SubjectRef(row.getObject("subject", UUID.class)),
                        row.getObject("until", OffsetDateTime.class).toInstant()))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void claimed(List<Planned> planned) {
        List<SubjectRef> people = people(planned);
        if (!quiet.isZero() && !people.isEmpty()) {
            of(SENT, people).update();
        }
    }

    void forget() {
        jdbc.sql(FORGET).param("quiet", quiet.toMillis()).update();
    }

    private static List<SubjectRef> people(List<Planned> planned) {
        return planned.stream()
                .filter(Planned::marketing)
                .map(message -> message.chat().subject())
                .toList();
    }

    private JdbcClient.StatementSpec of(String sql, Collection<SubjectRef> people) {
        return jdbc.sql(sql).param("subjects", SqlArrays.uuids(people.stream().map(SubjectRef::value)));
    }
}
