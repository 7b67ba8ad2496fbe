package dev.sealpost.access;

import java.util.Arrays;

/** What a key may do; the wire names are fixed. */
public enum Scope {
    MESSAGES_WRITE("messages:write"),
    MESSAGES_READ("messages:read"),
    CONSENTS_WRITE("consents:write"),
    CONSENTS_READ("consents:read"),
    AUDIT_READ("audit:read"),
    SUBJECTS_ADMIN("subjects:admin"),
    KEYS_ADMIN("keys:admin"),
    VENDORS_ADMIN("vendors:admin"),
    BREACHES_ADMIN("breaches:admin"),
    FLOWS_ADMIN("flows:admin");

    /** A regular expression that matches the wire names, and lists them. */
    static final String WIRE_NAMES = "messages:write|messages:read|consents:write|consents:read|audit:read"
            + "|subjects:admin|keys:admin|vendors:admin|breaches:admin|flows:admin";

    private final String wireName;

    Scope(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    static Scope of(String wireName) {
        return Arrays.stream(values())
                .filter(scope -> scope.wireName.equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A stored API key has a scope that does not exist"));
    }
}
