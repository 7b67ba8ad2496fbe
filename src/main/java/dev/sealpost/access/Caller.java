package dev.sealpost.access;

import java.util.Set;
import java.util.UUID;

/**
 * Who sent a request, by the API key that came with it. Controllers get it as {@code @AuthenticationPrincipal Caller}.
 *
 * @param flows the flows the key is restricted to; empty: not restricted
 */
public record Caller(UUID key, Set<Scope> scopes, Set<String> flows) {

    public Caller {
        scopes = Set.copyOf(scopes);
        flows = Set.copyOf(flows);
    }

    /** As the audit names it. */
    public String actor() {
        return "key:" + key;
    }

    public boolean mayUseFlow(String flow) {
        return flows.isEmpty() || flows.contains(flow);
    }
}
