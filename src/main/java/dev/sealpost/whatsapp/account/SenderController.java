package dev.sealpost.whatsapp.account;

import dev.sealpost.access.Caller;
import dev.sealpost.access.Problem;
import dev.sealpost.whatsapp.Sender;
import dev.sealpost.whatsapp.Senders;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The senders over REST: numbers of the business, by their names in {@code senders.yml}. No token and no PIN is ever answered. */
@RestController
@RequestMapping("/api/senders")
@Tag(name = "Senders")
class SenderController {

    private static final Problem NOT_FOUND =
            Problem.of(HttpStatus.NOT_FOUND, "not-found", "config/senders.yml has no sender of this name.");
    private static final Problem NO_PIN = Problem.of(
            HttpStatus.BAD_REQUEST, "pin-missing", "Give a PIN of six digits, or set the sender's pin in senders.yml.");

    private final Senders senders;
    private final AccountCheck check;
    private final Standings standings;
    private final SealedTokens tokens;
    private final Registration registration;
    private final TokenReplacement replacement;

    SenderController(
            Senders senders,
            AccountCheck check,
            Standings standings,
            SealedTokens tokens,
            Registration registration,
            TokenReplacement replacement) {
        this.senders = senders;
        this.check = check;
        this.standings = standings;
        this.tokens = tokens;
        this.registration = registration;
        this.replacement = replacement;
    }

    @PostMapping("/check")
    @Operation(
            summary = "Ask Meta about every sender now",
            description =
                    "Number, storage region and token. What follows, follows at once: a sender is stopped or goes on.")
    SenderView.All check() {
        List<AccountCheck.Asked> asked = senders.all().stream().map(check::ask).toList();
        return new SenderView.All(asked.stream().map(this::settled).toList());
    }

    @PostMapping("/{name}/register")
    @Operation(
            summary = "Register the number with the Cloud API",
            description = "With the PIN of its two-step verification. Meta allows ten attempts in 72 hours.")
    ResponseEntity<Object> register(
            @PathVariable String name, @Valid @RequestBody GivenPin given, @AuthenticationPrincipal Caller caller) {
        return about(name, sender -> {
            String pin = given.pin() == null ? sender.pin() : given.pin();
            return pin == null ? NO_PIN.toResponse() : ResponseEntity.ok(registration.register(sender, pin, caller));
        });
    }

    @PutMapping("/{name}/token")
    @Operation(
            summary = "Use another access token",
            description =
                    "Kept sealed and used by all hubs within seconds, instead of the configured one, if Meta finds it good.")
    ResponseEntity<Object> replaceToken(
            @PathVariable String name, @Valid @RequestBody GivenToken given, @AuthenticationPrincipal Caller caller) {
        return about(name, sender -> ResponseEntity.ok(replacement.replace(sender, given.token(), caller)));
    }

    @DeleteMapping("/{name}/token")
    @Operation(summary = "Use the configured access token again")
    ResponseEntity<Object> removeToken(@PathVariable String name, @AuthenticationPrincipal Caller caller) {
        return about(name, sender -> ResponseEntity.ok(replacement.remove(sender, caller)));
    }

    private SenderView settled(AccountCheck.Asked asked) {
        AccountReading reading = asked.settle();
        Sender sender = asked.sender();
        return SenderView.of(sender, reading, standings.of(sender), tokens.isSealed(sender));
    }

    private ResponseEntity<Object> about(String name, Function<Sender, ResponseEntity<Object>> change) {
        return senders.named(name).map(change).orElseGet(NOT_FOUND::toResponse);
    }
}
