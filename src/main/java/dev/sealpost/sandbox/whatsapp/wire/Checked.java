package dev.sealpost.sandbox.whatsapp.wire;

import java.util.Optional;
import java.util.function.Function;

/** What a check found: the checked value, or the error to answer. */
public sealed interface Checked<T> {
    record Valid<T>(T value) implements Checked<T> {
        @Override
        public <R> Checked<R> then(Function<T, Checked<R>> next) {
            return next.apply(value);
        }
    }

    record Invalid<T>(MetaError fault) implements Checked<T> {
        @Override
        public <R> Checked<R> then(Function<T, Checked<R>> next) {
            return new Invalid<>(fault);
        }
    }

    /** The next check, if this one passed. */
    <R> Checked<R> then(Function<T, Checked<R>> next);

    /** What was wrong, if it did not pass. */
    default Optional<MetaError> error() {
        return this instanceof Invalid<T> invalid ? Optional.of(invalid.fault()) : Optional.empty();
    }
}
