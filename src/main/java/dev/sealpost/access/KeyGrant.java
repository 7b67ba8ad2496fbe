package dev.sealpost.access;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code POST /api/keys}: the key that is wanted.
 *
 * @param name of the system that gets it, for telling keys apart; never a person's
 * @param scopes at least one
 * @param flows the flows it is limited to; left out: all that the granting key may use
 * @param expiresAt when it ends; left out: after {@value #DEFAULT_DAYS} days, unless it is unlimited
 * @param unlimited true for a key that ends only by revocation
 */
@Schema(name = "KeyGrant")
record KeyGrant(
        @NotNull(message = "must be given")
                @Pattern(
                        regexp = "[A-Za-z0-9][A-Za-z0-9 ._-]{0,63}",
                        message =
                                "must be 1 to 64 letters, digits, spaces, dots, dashes or underscores; name the system, not a person")
                String name,
        @NotEmpty(message = "must name at least one scope") @Size(max = 20, message = "must be at most 20")
                List<
                                @NotNull(message = "must be a scope")
                                @Pattern(regexp = Scope.WIRE_NAMES, message = "must be one of " + Scope.WIRE_NAMES)
                                String>
                        scopes,
        @Size(min = 1, max = 100, message = "must be 1 to 100; leave it out for all flows")
                List<
                                @NotNull(message = "must be a flow id")
                                @Pattern(
                                        regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,127}",
                                        message = "must be a flow id: letters, digits, dots, dashes, underscores")
                                String>
                        flows,
        Instant expiresAt,
        Boolean unlimited) {

    static final int DEFAULT_DAYS = 90;

    Set<Scope> scopeSet() {
        Set<Scope> all = new LinkedHashSet<>();
        scopes.forEach(scope -> all.add(Scope.of(scope)));
        return all;
    }

    Set<String> flowSet() {
        return flows == null ? Set.of() : new LinkedHashSet<>(flows);
    }

    /** Null if the key does not end by itself. */
    Instant end(Instant now) {
        if (isUnlimited()) {
            return null;
        }
        return expiresAt == null ? now.plus(DEFAULT_DAYS, ChronoUnit.DAYS) : expiresAt;
    }

    boolean isUnlimited() {
        return Boolean.TRUE.equals(unlimited);
    }
}
