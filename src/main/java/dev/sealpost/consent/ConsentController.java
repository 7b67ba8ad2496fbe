package dev.sealpost.consent;

import dev.sealpost.consent.Reading.Asked;
import dev.sealpost.consent.Reading.Refused;
import dev.sealpost.consent.Reading.Said;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.security.Principal;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Consent over REST. Who may do what is for {@code access} to say. No URL carries personal data. */
@RestController
@RequestMapping(path = "/api/consents", produces = MediaType.APPLICATION_JSON_VALUE)
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
    @Operation(summary = "Record what a person said", description = "The same once more changes nothing.")
    @TellsTheStanding
    @ApiResponse(
            responseCode = "202",
            description = "Recorded as requested; missing says what is still to be sent.",
            content = @Content(schema = @Schema(implementation = ConsentAnswer.class)))
    ResponseEntity<Object> put(@Valid @RequestBody ConsentBodies.Put body, Principal caller) {
        return record(reading.statement(body), caller);
    }

    @PostMapping("/withdraw")
    @Operation(summary = "Stop a purpose, or all of them, for a person; also for one who is not known yet")
    @TellsTheStanding
    ResponseEntity<Object> withdraw(@Valid @RequestBody ConsentBodies.Select body, Principal caller) {
        return record(reading.withdrawal(body), caller);
    }

    @PostMapping("/search")
    @Operation(summary = "Where a person stands, and what they said, with the evidence")
    @ApiResponse(
            responseCode = "200",
            description = "What is known; nothing for somebody unknown.",
            content = @Content(schema = @Schema(implementation = ConsentHistory.class)))
    ResponseEntity<Object> search(@Valid @RequestBody ConsentBodies.Select body, Principal caller) {
        Reading read = reading.selection(body);
        return read instanceof Asked asked ? ResponseEntity.ok(search.find(asked, caller.getName())) : refused(read);
    }

    /** Describes the answer that says where the person stands. */
    @Retention(RetentionPolicy.RUNTIME)
    @ApiResponse(
            responseCode = "200",
            description = "Where the person stands now.",
            content = @Content(schema = @Schema(implementation = ConsentAnswer.class)))
    private @interface TellsTheStanding {}

    private ResponseEntity<Object> record(Reading read, Principal caller) {
        return read instanceof Said said
                ? answers.to(said.statement(), recorder.record(said.phone(), said.statement(), caller.getName()))
                : refused(read);
    }

    private static ResponseEntity<Object> refused(Reading read) {
        return ((Refused) read).problem().toResponse();
    }
}
