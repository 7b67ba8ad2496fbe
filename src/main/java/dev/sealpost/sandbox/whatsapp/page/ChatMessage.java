package dev.sealpost.sandbox.whatsapp.page;

import dev.sealpost.sandbox.whatsapp.wire.LenientObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message as the record has it.
 *
 * @param number the business's number, as Meta's phone number id
 * @param content in Meta's format: {@code type} and the object of that name, as in a request or a webhook
 * @param text what it says in plain text, for content that cannot be shown better
 * @param ticks the statuses it goes through, in order
 * @param failure why it never arrived
 */
public record ChatMessage(
        String id,
        String number,
        Instant at,
        LenientObject content,
        String text,
        List<Tick> ticks,
        Optional<Failure> failure) {

    /**
     * @param status {@code sent}, {@code delivered}, {@code read} or {@code failed}
     * @param at when it holds; may be in the future
     */
    public record Tick(String status, Instant at) {}

    /** @param code Meta's */
    public record Failure(int code, String title) {}

    @Override
    public String toString() {
        return "ChatMessage[number=%s, at=%s]".formatted(number, at);
    }
}
