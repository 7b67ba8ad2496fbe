package dev.sealpost.consent;

import dev.sealpost.consent.Reading.Asked;
import dev.sealpost.consent.Reading.Refused;
import dev.sealpost.consent.Reading.Said;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.security.Principal;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Consent over REST. Who may do what is for {@code access} to say. No URL carries personal data. */
@RestController
@RequestMapping("/api/consents")
@Tag(name = "Consent")
class ConsentController {
    private final ConsentReading reading;
    private final ConsentRecorder recorder;
    private final ConsentSearch search;
    private final ConsentAnswers answers;

    ConsentController(ConsentReading reading, ConsentRecorder recorder, ConsentSearch search, ConsentAnswers answers) {
        this.reading = reading;
        this.recorder = recorder;
        this.search = search;
        this.answers = answers;
    }

    @PutMapping
    @Operation(
            summary = "Record what a person said",
            description = "200: it holds. 202: it is recorded as requested, and missing says what is still to be sent. "
                    + "The same once more changes nothing.")
    ResponseEntity<Object> put(@Valid @RequestBody ConsentBodies.Put body, Principal caller) {
        return record(reading.statement(body), caller);
    }

    @PostMapping("/withdraw")
    @Operation(summary = "Stop a purpose, or all of them, for a person; also for one who is not known yet")
    ResponseEntity<Object> withdraw(@Valid @RequestBody ConsentBodies.Select body, Principal caller) {
        return record(reading.withdrawal(body), caller);
    }

    @PostMapping("/search")
    @Operation(summary = "Where a person stands, and what they said, with the evidence")
    ResponseEntity<Object> search(@Valid @RequestBody ConsentBodies.Select body, Principal caller) {
        Reading read = reading.selection(body);
        return read instanceof Asked asked ? ResponseEntity.ok(search.find(asked, caller.getName())) : refused(read);
    }

    private ResponseEntity<Object> record(Reading read, Principal caller) {
        return read instanceof Said said
                ? answers.to(said.statement(), recorder.record(said.phone(), said.statement(), caller.getName()))
                : refused(read);
    }

    private static ResponseEntity<Object> refused(Reading read) {
        return ((Refused) read).problem().toResponse();
    }
}
