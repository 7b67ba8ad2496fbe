package dev.sealpost.access;

import dev.sealpost.audit.AuditKind;
import dev.sealpost.audit.AuditLog;
import dev.sealpost.audit.AuditRecord;
import dev.sealpost.message.Reason;
import dev.sealpost.message.Uuid7;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Grants and revokes keys, each together with its audit entry. Nobody grants what they do not have themselves: scope for scope, flow
 * for flow.
 *
 * <p>Not guaranteed: that a key does not outlive the one that granted it. Revoke both.
 */
@Component
class KeyAdministration {
    private static final int PAGE = 200;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final KeyRegister register;
    private final AuditLog audit;

    KeyAdministration(KeyRegister register, AuditLog audit) {
        this.register = register;
        this.audit = audit;
    }

    @Transactional
    public GrantOutcome grant(KeyGrant wanted, Caller caller) {
        Optional<String> beyond = beyond(wanted, caller);
        if (beyond.isPresent()) {
            audit.append(denied(caller, Reason.of("beyond-own-rights", beyond.get())));
            return new GrantOutcome.BeyondOwnRights(beyond.get());
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        UUID id = Uuid7.next();
        String key = NewKey.random();
        register.add(id, KeyHash.of(key), wanted, now);
        audit.append(granted(id, wanted, now, caller));
        return new GrantOutcome.Granted(new KeyView.Granted(
                id, key, wanted.name(), names(wanted), List.copyOf(wanted.flowSet()), wanted.end(now)));
    }

    /** @param cursor the {@code next} of the page before, null for the first */
    @Transactional(readOnly = true)
    public KeyView.Page list(UUID cursor, Caller caller) {
        List<KeyView> found = register.after(cursor == null ? BEFORE_ALL : cursor, PAGE + 1, caller);
        boolean more = found.size() > PAGE;
        List<KeyView> page = more ? found.subList(0, PAGE) : found;
        return new KeyView.Page(page, more ? page.get(PAGE - 1).id() : null);
    }

    /** @param evenTheLast whether it may be the last key that can grant others for every flow */
    @Transactional
    public RevocationOutcome revoke(UUID id, boolean evenTheLast, Caller caller) {
        register.lock();
        Optional<KeyView> key = register.find(id, caller);
        if (key.isEmpty()) {
            return new RevocationOutcome.Unknown();
        }
        if (!key.get().state().equals("active")) {
            return new RevocationOutcome.Ended(key.get().state());
        }
        Instant now = Instant.now();
        if (!evenTheLast && isAdmin(key.get()) && !register.hasOtherAdmin(id, now)) {
            return new RevocationOutcome.LastAdmin();
        }
        register.revoke(id, now);
        audit.append(AuditRecord.of(AuditKind.ACCESS_REVOKED)
                .by(caller.getName())
                .outcome("revoked")
                .evidence("key", id)
                .build());
        return new RevocationOutcome.Revoked();
    }

    private static Optional<String> beyond(KeyGrant wanted, Caller caller) {
        String scopes = wanted.scopeSet().stream()
                .filter(scope -> !caller.scopes().contains(scope))
                .map(Scope::wireName)
                .collect(Collectors.joining(", "));
        if (!scopes.isEmpty()) {
            return Optional.of("scopes it lacks: " + scopes);
        }
        return isBeyondFlows(wanted.flowSet(), caller) ? Optional.of("flows it is not limited to") : Optional.empty();
    }

    private static boolean isBeyondFlows(Collection<String> wanted, Caller caller) {
        return !caller.flows().isEmpty() && (wanted.isEmpty() || !caller.flows().containsAll(wanted));
    }

    private static boolean isAdmin(KeyView key) {
        return key.flows().isEmpty() && key.scopes().contains(Scope.KEYS_ADMIN.wireName());
    }

    private static List<String> names(KeyGrant wanted) {
        return wanted.scopeSet().stream().map(Scope::wireName).toList();
    }

    private static AuditRecord granted(UUID id, KeyGrant wanted, Instant now, Caller caller) {
        Instant end = wanted.end(now);
        return AuditRecord.of(AuditKind.ACCESS_GRANTED)
                .by(caller.getName())
                .outcome("granted")
                .evidence("key", id)
                .evidence("scopes", String.join(",", names(wanted)))
                .evidence("flows", wanted.flowSet().isEmpty() ? "all" : String.join(",", wanted.flowSet()))
                .evidence("expires", end == null ? "never" : end)
                .build();
    }

    private static AuditRecord denied(Caller caller, Reason reason) {
        return AuditRecord.of(AuditKind.ACCESS_DENIED)
                .by(caller.getName())
                .outcome("denied")
                .reason(reason)
                .evidence("method", "POST")
                .evidence("path", "/api/keys")
                .build();
    }
}
