package dev.sealpost.intake;

/**
 * An event as a source delivered it.
 *
 * @param coordinates where the source has it ({@code kafka:topic:partition:offset}): names it if it has no readable id
 */
public record RawEvent(byte[] body, String coordinates, Vouching vouching) {

    public RawEvent(byte[] body, String coordinates) {
        this(body, coordinates, new Vouching.Nothing());
    }

    @Override
    public String toString() {
        return "RawEvent[" + coordinates + ", " + body.length + " bytes]";
    }
}
