package dev.sealpost.whatsapp.cloudapi;

import dev.sealpost.message.Reason;

/**
 * One row of the table: an error code, the words the hub has for it, and what it does about it.
 *
 * @param word the reason's stable word, shared by codes that mean the same to a reader
 * @param title the hub's own; Meta's texts may hold personal data and are never kept
 */
record CloudApiError(int code, String word, String title, Reaction reaction) {

    Reason reason() {
        return Reason.of(word, "%d %s".formatted(code, title));
    }
}
