package dev.sealpost.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sealpost.vault.BlindIndex;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was answered to requests with an {@link IdempotencyKey}, for a bounded time. Keyed indexes, ids and reasons; no content. */
@Repository
class AnsweredRequests {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final SubmissionSettings settings;

    AnsweredRequests(JdbcClient jdbc, ObjectMapper json, SubmissionSettings settings) {
        this.jdbc = jdbc;
        this.json = json;
        this.settings = settings;
    }

    /** @param fingerprint of the request that was answered */
    record Answered(BlindIndex fingerprint, List<Answer> answers) {}

    Optional<Answered> find(BlindIndex key) {
        return jdbc.sql("SELECT fingerprint, answers FROM answered_request WHERE key = ? AND expires_at > now()")
                .param(key.bytes())
                .query((row, n) ->
                        new Answered(new BlindIndex(row.getBytes("fingerprint")), read(row.getString("answers"))))
                .optional();
    }

    /** @throws KeyTakenMeanwhile if another request with this key was answered first; the caller's transaction ends with it */
    @Transactional(propagation = Propagation.MANDATORY)
    public void store(BlindIndex key, Answered answered) {
        int stored = jdbc.sql(
                        """
                        INSERT INTO answered_request (key, fingerprint, answers, expires_at)
                        VALUES (?, ?, ?, now() + ? * interval '1 s')
                        ON CONFLICT (key) DO UPDATE SET fingerprint = excluded.fingerprint, answers = excluded.answers,
                            expires_at = excluded.expires_at WHERE answered_request.expires_at <= now()
                        """)
                .params(
                        key.bytes(),
                        answered.fingerprint().bytes(),
                        write(answered.answers()),
                        settings.idempotencyRetention().toSeconds())
                .update();
        if (stored == 0) {
            throw new KeyTakenMeanwhile();
        }
    }

    /** @return how many were deleted */
    @Transactional
    public int deleteExpired(int most) {
        return jdbc.sql(
                        """
                        DELETE FROM answered_request WHERE key IN (SELECT key FROM answered_request
                            WHERE expires_at <= now() ORDER BY expires_at LIMIT ? FOR UPDATE SKIP LOCKED)
                        """)
                .param(most)
                .update();
    }

    private String write(List<Answer> answers) {
        try {
            return json.writeValueAsString(answers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer cannot be written", e);
        }
    }

    private List<Answer> read(String answers) {
        try {
            return List.of(json.readValue(answers, Answer[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored answer cannot be read", e);
        }
    }

    static final class KeyTakenMeanwhile extends RuntimeException {
        private static final long serialVersionUID = 1L;

        KeyTakenMeanwhile() {
            super("Another request with this Idempotency-Key was answered meanwhile");
        }
    }
}
