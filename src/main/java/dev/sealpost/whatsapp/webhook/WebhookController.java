package dev.sealpost.whatsapp.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sealpost.access.Problem;
import dev.sealpost.whatsapp.WhatsAppSettings;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where Meta calls (<a href="https://developers.facebook.com/docs/graph-api/webhooks/getting-started">Getting started</a>). A body is
 * answered with 200 once it is durable, and never before its signature was checked.
 */
@RestController
@RequestMapping("/webhooks/whatsapp")
class WebhookController {

    private static final int LONGEST_CHALLENGE = 1024;

    private final WhatsAppSettings settings;
    private final AppSecrets secrets;
    private final BodyReader bodies;
    private final Inbox inbox;
    private final Refusals refusals;

    WebhookController(
            WhatsAppSettings settings, AppSecrets secrets, BodyReader bodies, Inbox inbox, Refusals refusals) {
        this.settings = settings;
        this.secrets = secrets;
        this.bodies = bodies;
        this.inbox = inbox;
        this.refusals = refusals;
    }

    /** The handshake: says the challenge back to whoever knows the verify token. */
    @GetMapping
    @Operation(summary = "Meta's handshake")
    ResponseEntity<Object> handshake(
            @RequestParam(name = "hub.mode", defaultValue = "") String mode,
            @RequestParam(name = "hub.verify_token", defaultValue = "") String token,
            @RequestParam(name = "hub.challenge", defaultValue = "") String challenge) {
        if (!mode.equals("subscribe") || !isAgreed(token) || challenge.length() > LONGEST_CHALLENGE) {
            return refused(Refusal.UNKNOWN_CALLER);
        }
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(challenge);
    }

    @PostMapping
    @Operation(summary = "Statuses and messages from Meta, signed with X-Hub-Signature-256")
    ResponseEntity<Object> receive(HttpServletRequest request) {
        return take(request).map(this::refused).orElseGet(() -> ResponseEntity.ok()
                .build());
    }

    private Optional<Refusal> take(HttpServletRequest request) {
        if (isEncoded(request)) {
            return Optional.of(Refusal.ENCODED);
        }
        if (BodyReader.saysItIsTooLarge(request)) {
            return Optional.of(Refusal.TOO_LARGE);
        }
        return WebhookSignature.parse(request.getHeader(WebhookSignature.HEADER))
                .map(signature -> bodies.read(request, body -> store(body, signature)))
                .orElse(Optional.of(Refusal.NOT_SIGNED));
    }

    private Optional<Refusal> store(byte[] body, WebhookSignature signature) {
        if (!secrets.signed(body, signature)) {
            return Optional.of(Refusal.WRONGLY_SIGNED);
        }
        return inbox.store(body) ? Optional.empty() : Optional.of(Refusal.NOT_STORED);
    }

    private boolean isAgreed(String token) {
        return MessageDigest.isEqual(settings.verifyToken().getBytes(UTF_8), token.getBytes(UTF_8));
    }

    private static boolean isEncoded(HttpServletRequest request) {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        return encoding != null && !encoding.strip().equalsIgnoreCase("identity");
    }

    private ResponseEntity<Object> refused(Refusal refusal) {
        refusals.note(refusal);
        return Problem.of(refusal.status(), refusal.word(), refusal.detail()).toResponse();
    }
}
