package dev.sealpost.delivery;

import dev.sealpost.access.Caller;
import dev.sealpost.access.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Dead letters over REST. Lists show reasons, never content; what is in one is shown by {@code reveal} alone. */
@RestController
@RequestMapping("/api/deadletters")
@Tag(name = "Dead letters")
class DeadLetterController {
    private static final Problem NOT_FOUND = Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is nothing here.");
    private static final Problem NO_FILTER = Problem.of(
            HttpStatus.BAD_REQUEST,
            "invalid-request",
            "Say which: reason, flow, or both. To take one, name it in the path.");
    private static final Problem UNAVAILABLE = Problem.of(
            HttpStatus.SERVICE_UNAVAILABLE,
            "unavailable",
            "The hub's database does not answer. Nothing was changed; retry later.");

    private final DeadLetterDesk desk;
    private final DeadLetterRetry retry;

    DeadLetterController(DeadLetterDesk desk, DeadLetterRetry retry) {
        this.desk = desk;
        this.retry = retry;
    }

    @GetMapping
    @Operation(summary = "Dead letters by reason and flow, oldest first, 100 a page; without their content")
    LetterView.Page list(
            @Valid @ParameterObject LetterFilter filter,
            @RequestParam(required = false) UUID cursor,
            @AuthenticationPrincipal Caller caller) {
        return desk.list(filter, cursor, caller);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One dead letter, without its content")
    ResponseEntity<Object> one(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        return desk.one(id, caller)
                .<ResponseEntity<Object>>map(ResponseEntity::ok)
                .orElseGet(NOT_FOUND::toResponse);
    }

    @PostMapping("/{id}/reveal")
    @Operation(summary = "What is in a dead letter", description = "Personal data. That it was shown is audited.")
    ResponseEntity<Object> reveal(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        return desk.reveal(id, caller).map(LetterAnswers::revealed).orElseGet(NOT_FOUND::toResponse);
    }

    @PostMapping("/{id}/retry")
    @Operation(
            summary = "Try one again",
            description = "The event goes through every step and check of its flow once more.")
    ResponseEntity<Object> retry(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        return retry.retry(id, caller)
                .map(result -> result.isUnavailable() ? UNAVAILABLE.toResponse() : ResponseEntity.<Object>ok(result))
                .orElseGet(NOT_FOUND::toResponse);
    }

    @PostMapping("/retry")
    @Operation(summary = "Try those again that a filter finds, up to its limit")
    ResponseEntity<Object> retry(@Valid @RequestBody LetterFilter filter, @AuthenticationPrincipal Caller caller) {
        return filter.restricts() ? ResponseEntity.ok(retry.retry(filter, caller)) : NO_FILTER.toResponse();
    }

    @PostMapping("/{id}/discard")
    @Operation(summary = "Destroy one, content and all")
    ResponseEntity<Object> discard(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        return desk.discard(id, caller) ? ResponseEntity.noContent().build() : NOT_FOUND.toResponse();
    }

    @PostMapping("/discard")
    @Operation(summary = "Destroy those that a filter finds, up to its limit")
    ResponseEntity<Object> discard(@Valid @RequestBody LetterFilter filter, @AuthenticationPrincipal Caller caller) {
        return filter.restricts() ? ResponseEntity.ok(desk.discard(filter, caller)) : NO_FILTER.toResponse();
    }
}
