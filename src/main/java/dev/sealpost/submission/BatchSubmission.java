package dev.sealpost.submission;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sealpost.places.Places;
import dev.sealpost.places.Places.Place;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Many events in a request, one on each line. Only so many at once, and half of them with one key: each holds a thread as long as its sender takes. */
@Component
class BatchSubmission {

    private static final int LONGEST_LINE = 1_200_000;
    private static final Duration SHORTLY = Duration.ofSeconds(2);

    private final SubmissionReader reader;
    private final Submissions submissions;
    private final ObjectMapper json;
    private final Places places;

    BatchSubmission(SubmissionReader reader, Submissions submissions, ObjectMapper json, SubmissionSettings settings) {
        this.reader = reader;
        this.submissions = submissions;
        this.json = json;
        this.places = new Places(settings.batchesAtOnce(), (settings.batchesAtOnce() + 1) / 2);
    }

    /** @return null if the response has been written */
    ResponseEntity<Object> handle(HttpServletRequest request, HttpServletResponse response, Sending sending)
            throws IOException {
        Optional<Place> place = places.take(sending.caller().getName());
        if (place.isEmpty()) {
            return Requests.refused(SubmissionProblems.TOO_MANY_BATCHES, SHORTLY);
        }
        try (Place taken = place.get()) {
            return read(request, response, sending);
        }
    }

    private ResponseEntity<Object> read(HttpServletRequest request, HttpServletResponse response, Sending sending)
            throws IOException {
        LineReader lines = new LineReader(request.getInputStream(), LONGEST_LINE);
        Results results = new Results(response, json);
        Optional<Submitted.GivenUp> refused = new Batch(lines, reader, sending, submissions, results).run();
        return refused.map(why -> Requests.refused(why.problem(), why.retryAfter()))
                .orElse(null);
    }
}
