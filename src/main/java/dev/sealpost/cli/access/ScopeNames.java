package dev.sealpost.cli.access;

import java.util.ArrayList;
import java.util.List;

/** The scopes, for completion and help; the hub has the last word. */
final class ScopeNames extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    ScopeNames() {
        super(List.of(
                "messages:write",
                "messages:read",
                "consents:write",
                "consents:read",
                "audit:read",
                "subjects:admin",
                "keys:admin",
                "vendors:admin",
                "breaches:admin",
                "flows:admin"));
    }
}
