package dev.sealpost.pause;

import dev.sealpost.access.Caller;
import dev.sealpost.access.Problem;
import dev.sealpost.access.Problem.FieldFault;
import dev.sealpost.message.Reason;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pauses over REST. */
@RestController
@RequestMapping("/api/pauses")
@Tag(name = "Pauses")
class PauseController {

    private final Pauses pauses;
    private final PauseGuide guide;
    private final TransactionOperations transactions;

    PauseController(Pauses pauses, PauseGuide guide, TransactionOperations transactions) {
        this.pauses = pauses;
        this.guide = guide;
        this.transactions = transactions;
    }

    @GetMapping
    @Operation(summary = "What is paused now, why, and what to do")
    PauseView.All list() {
        return new PauseView.All(views(pauses.recent().all()));
    }

    @PostMapping
    @Operation(
            summary = "Pause a sender, a template, an account or a country",
            description = "Nothing is failed for it.")
    ResponseEntity<Object> begin(@Valid @RequestBody PauseRequest request, @AuthenticationPrincipal Caller caller) {
        Optional<FieldFault> fault = fault(request);
        if (fault.isPresent()) {
            return refusal(fault.get());
        }
        var pause = new NewPause(
                request.scope(),
                request.key(),
                Reason.of(request.reason()),
                null,
                false,
                request.until(),
                caller.getName());
        return ResponseEntity.ok(new PauseView.Begun(
                !transactions.execute(status -> pauses.begin(List.of(pause))).isEmpty()));
    }

    @PostMapping("/lift")
    @Operation(summary = "Let something go on", description = "What was held is sent within seconds.")
    PauseView.Lifted lift(@Valid @RequestBody PauseRequest request, @AuthenticationPrincipal Caller caller) {
        return new PauseView.Lifted(
                views(pauses.lift(request.scope(), request.key(), request.reasons(), caller.getName())));
    }

    private List<PauseView> views(List<Pause> found) {
        return found.stream().map(pause -> PauseView.of(pause, guide)).toList();
    }

    private Optional<FieldFault> fault(PauseRequest request) {
        if (request.reason() == null) {
            return Optional.of(new FieldFault("reason", "must be given: a word that says why"));
        }
        if (request.until() != null && !request.until().isAfter(Instant.now())) {
            return Optional.of(new FieldFault("until", "must be in the future"));
        }
        return guide.objection(request.scope(), request.key()).map(why -> new FieldFault("key", why));
    }

    private static ResponseEntity<Object> refusal(FieldFault fault) {
        return Problem.of(HttpStatus.BAD_REQUEST, "invalid-request", "Nothing was paused.", List.of(fault))
                .toResponse();
    }
}
