package dev.sealpost.access;

import dev.sealpost.audit.AuditKind;
import dev.sealpost.audit.AuditLog;
import dev.sealpost.audit.AuditRecord;
import dev.sealpost.message.Uuid7;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Registers the first key, with every scope, before the hub takes requests, and revokes the bootstrap keys that were set before it: a
 * key that leaked is replaced by setting another. A key that was revoked or has expired stays so: it is known, and not registered
 * again.
 */
@Component
class BootstrapKey implements SmartInitializingSingleton {
    /** No other key gets this name: keys of this name are revoked when another bootstrap key is set. */
    static final String NAME = "bootstrap";

    private final AccessSettings settings;
    private final ApiKeyStore store;
    private final AuditLog audit;
    private final TransactionOperations transaction;

    BootstrapKey(AccessSettings settings, ApiKeyStore store, AuditLog audit, TransactionOperations transaction) {
        this.settings = settings;
        this.store = store;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!settings.bootstrapKey().isEmpty()) {
            transaction.executeWithoutResult(status -> {
                KeyHash hash = KeyHash.of(settings.bootstrapKey());
                register(hash);
                revokeFormer(hash);
            });
        }
    }

    private void register(KeyHash hash) {
        UUID id = Uuid7.next();
        Set<Scope> scopes = EnumSet.allOf(Scope.class);
        if (store.addIfAbsent(id, NAME, hash, scopes, Instant.now())) {
            audit.append(AuditRecord.of(AuditKind.ACCESS_GRANTED)
                    .outcome("granted")
                    .evidence("key", id)
                    .evidence("scopes", "all")
                    .build());
        }
    }

    private void revokeFormer(KeyHash hash) {
        store.revokeOthers(NAME, hash, Instant.now())
                .forEach(former -> audit.append(AuditRecord.of(AuditKind.ACCESS_REVOKED)
                        .outcome("revoked")
                        .evidence("key", former)
                        .build()));
    }
}
