package dev.sealpost.access;

import dev.sealpost.audit.AuditReader;
import java.util.Set;
import java.util.UUID;

/**
 * Who sent a request, by the API key that came with it. Controllers take it as
 * {@code @AuthenticationPrincipal Caller}, or as {@code Principal} if the name is all they need.
 *
 * @param flows the flows the key is restricted to; empty: not restricted
 */
public record Caller(UUID key, Set<Scope> scopes, Set<String> flows) implements AuditReader {

    public Caller {
        scopes = Set.copyOf(scopes);
        flows = Set.copyOf(flows);
    }

    /** As the audit names the caller: {@code key:ID}. */
    @Override
    public String getName() {
        return "key:" + key;
    }

    public boolean mayUseFlow(String flow) {
        return flows.isEmpty() || flows.contains(flow);
    }
}
