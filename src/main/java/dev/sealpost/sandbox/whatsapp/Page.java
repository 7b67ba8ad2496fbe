package dev.sealpost.sandbox.whatsapp;

import dev.sealpost.sandbox.whatsapp.wire.PhoneDigits;
import java.util.Optional;

/**
 * Which lines of a journal to list.
 *
 * @param to only those to this person
 * @param after how many lines to pass over first
 * @param limit how many to list at most
 */
record Page(Optional<PhoneDigits> to, int after, int limit) {
    boolean selects(long number) {
        return to.isEmpty() || to.get().number() == number;
    }
}
