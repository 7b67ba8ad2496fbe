package dev.sealpost.access;

import dev.sealpost.access.Problem.FieldFault;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** API keys over REST, for keys with the scope {@code keys:admin}. */
@RestController
@RequestMapping(path = "/api/keys", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Keys")
class KeyController {
    private static final Problem LAST_ADMIN = Problem.of(
            HttpStatus.CONFLICT,
            "last-admin",
            "This is the last key that can grant keys for every flow. Grant another one first, or repeat with evenTheLast=true (--even-the-last):"
                    + " then only a new sealpost.access.bootstrap-key and a restart let anyone grant keys again.");

    private final KeyAdministration administration;
    private final ApiKeys cache;

    KeyController(KeyAdministration administration, ApiKeys cache) {
        this.administration = administration;
        this.cache = cache;
    }

    @PostMapping
    @Operation(
            summary = "Grant a key",
            description =
                    "The answer is the only place where the key is ever shown. Without expiresAt it ends after 90 days.")
    @ApiResponse(
            responseCode = "201",
            description = "Granted.",
            content = @Content(schema = @Schema(implementation = KeyView.Granted.class)))
    ResponseEntity<Object> grant(@Valid @RequestBody KeyGrant wanted, @AuthenticationPrincipal Caller caller) {
        List<FieldFault> faults = KeyGrantRules.faults(wanted, Instant.now());
        if (!faults.isEmpty()) {
            return Problem.of(
                            HttpStatus.BAD_REQUEST,
                            "invalid-request",
                            "The body is not as described in errors.",
                            faults)
                    .toResponse();
        }
        GrantOutcome outcome = administration.grant(wanted, caller);
        return outcome instanceof GrantOutcome.Granted granted
                ? ResponseEntity.status(HttpStatus.CREATED)
                        .cacheControl(CacheControl.noStore())
                        .body(granted.key())
                : beyond((GrantOutcome.BeyondOwnRights) outcome);
    }

    @GetMapping
    @Operation(summary = "The keys, in the order in which they were granted, 200 a page; never the keys themselves")
    KeyView.Page list(@RequestParam(required = false) UUID cursor, @AuthenticationPrincipal Caller caller) {
        return administration.list(cursor, caller);
    }

    @DeleteMapping("/{id}")
    @Operation(
            summary = "Revoke a key",
            description = "Has effect at once on this hub, on the others within sealpost.access.key-cache.")
    @ApiResponse(responseCode = "204", description = "Revoked, now or before.")
    ResponseEntity<Object> revoke(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean evenTheLast,
            @AuthenticationPrincipal Caller caller) {
        RevocationOutcome outcome = administration.revoke(id, evenTheLast, caller);
        cache.forget();
        if (outcome instanceof RevocationOutcome.Unknown) {
            return ApiDenials.NOT_THERE.toResponse();
        }
        return outcome instanceof RevocationOutcome.LastAdmin
                ? LAST_ADMIN.toResponse()
                : ResponseEntity.noContent().build();
    }

    private static ResponseEntity<Object> beyond(GrantOutcome.BeyondOwnRights beyond) {
        String detail =
                "A key grants nothing it does not have itself; this one would grant %s.".formatted(beyond.what());
        return Problem.of(HttpStatus.FORBIDDEN, "beyond-own-rights", detail).toResponse();
    }
}
