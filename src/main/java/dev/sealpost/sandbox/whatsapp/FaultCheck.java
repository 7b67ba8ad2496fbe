package dev.sealpost.sandbox.whatsapp;

import dev.sealpost.sandbox.whatsapp.wire.ErrorTable;
import java.util.Optional;

/** Says what is wrong with an ordered fault, and what is allowed. */
final class FaultCheck {
    private final ErrorTable errors;

    FaultCheck(ErrorTable errors) {
        this.errors = errors;
    }

    Optional<String> objection(Fault fault) {
        if (fault.kindName() == null || FaultKind.of(fault.kindName()).isEmpty()) {
            return Optional.of("kind is %s: allowed are %s, and none, which clears all"
                    .formatted(fault.kindName(), FaultKind.allowed()));
        }
        if (!(fault.share() > 0 && fault.share() <= 1)) {
            return Optional.of("rate is %s: allowed is a share above 0 up to 1".formatted(fault.rate()));
        }
        return notPositive("count", fault.count())
                .or(() -> notPositive("seconds", fault.seconds()))
                .or(() -> notPositive("retryAfter", fault.retryAfter()))
                .or(() -> notPositive("milliseconds", fault.milliseconds()))
                .or(() -> missing(fault));
    }

    private static Optional<String> notPositive(String name, Number value) {
        return value == null || value.doubleValue() > 0
                ? Optional.empty()
                : Optional.of("%s is %s: allowed is a number above 0".formatted(name, value));
    }

    private Optional<String> missing(Fault fault) {
        return switch (fault.kind()) {
            case ERROR, FAILED_STATUS -> unknownCode(fault.code());
            case DELAY ->
                fault.milliseconds() == null
                        ? Optional.of("delay needs milliseconds, such as {\"kind\":\"delay\",\"milliseconds\":50}")
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<String> unknownCode(Integer code) {
        if (code == null) {
            return Optional.of("code is missing: one of Meta's error codes, such as 131026");
        }
        return errors.find(code).isPresent()
                ? Optional.empty()
                : Optional.of("code is %d: the sandbox knows %s".formatted(code, errors.codes()));
    }
}
