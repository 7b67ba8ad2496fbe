package dev.sealpost.access;

import dev.sealpost.access.Problem.FieldFault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What the fields of a wish for a key, each allowed by itself, must keep to. */
final class KeyGrantRules {
    private static final Pattern NUMBER_LIKE = Pattern.compile("(?:[0-9][ ._-]?){9}");

    private KeyGrantRules() {}

    static List<FieldFault> faults(KeyGrant wanted, Instant now) {
        List<FieldFault> faults = new ArrayList<>();
        if (NUMBER_LIKE.matcher(wanted.name()).find()) {
            faults.add(new FieldFault("name", "must not look like a phone number; name the system, not a person"));
        }
        if (BootstrapKey.NAME.equalsIgnoreCase(wanted.name())) {
            faults.add(new FieldFault("name", "is taken by the key of sealpost.access.bootstrap-key; choose another"));
        }
        if (wanted.expiresAt() != null && !wanted.expiresAt().isAfter(now)) {
            faults.add(new FieldFault("expiresAt", "must be in the future"));
        }
        if (wanted.expiresAt() != null && wanted.isUnlimited()) {
            faults.add(new FieldFault("unlimited", "does not go with expiresAt"));
        }
        return faults;
    }
}
