package dev.sealpost.sandbox.whatsapp.wire;

import java.util.function.Function;

/** What a check found: the checked value, or the error to answer. */
public sealed interface Checked<T> {
    record Valid<T>(T value) implements Checked<T> {
        @Override
        public <R> Checked<R> then(Function<T, Checked<R>> next) {
            return next.apply(value);
        }
    }

    record Invalid<T>(MetaError error) implements Checked<T> {
        @Override
        public <R> Checked<R> then(Function<T, Checked<R>> next) {
            return new Invalid<>(error);
        }
    }

    /** The next check, if this one passed. */
    <R> Checked<R> then(Function<T, Checked<R>> next);
}
