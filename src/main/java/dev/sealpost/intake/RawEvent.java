package dev.sealpost.intake;

import dev.sealpost.message.MessageId;

/**
 * An event as a source delivered it.
 *
 * @param coordinates where the source has it ({@code kafka:topic:partition:offset}): names it if it has no readable id
 * @param replaces the refused message whose place it takes: its source id does not count as known; null for an event that comes in first
 */
public record RawEvent(byte[] body, String coordinates, Vouching vouching, MessageId replaces) {

    public RawEvent(byte[] body, String coordinates, Vouching vouching) {
        this(body, coordinates, vouching, null);
    }

    public RawEvent(byte[] body, String coordinates) {
        this(body, coordinates, new Vouching.Nothing());
    }

    @Override
    public String toString() {
        return "RawEvent[" + coordinates + ", " + body.length + " bytes]";
    }
}
