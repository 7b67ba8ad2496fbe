package dev.sealpost.database;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.core.Oid;
import org.postgresql.util.PGBinaryObject;
import org.postgresql.util.PGobject;

/**
 * A parameter of the type {@code uuid[]}. The driver's own is text, made and parsed character by character. This one is binary where the
 * connection allows it ({@code binaryTransferEnable=2951}), else text.
 */
public final class UuidArray extends PGobject implements PGBinaryObject {

    private static final long serialVersionUID = 1L;
    private static final int HEAD_BYTES = 5 * Integer.BYTES;
    private static final int UUID_BYTES = 2 * Long.BYTES;
    private static final int NULL_LENGTH = -1;

    private final UUID[] values;

    /** @param values may hold nulls */
    public UuidArray(UUID... values) {
        setType("_uuid");
        this.values = values.clone();
    }

    public static UuidArray of(Stream<UUID> values) {
        return new UuidArray(values.toArray(UUID[]::new));
    }

    /** As text, for connections that take no binary arrays. */
    @Override
    public String getValue() {
        return Arrays.stream(values).map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    @Override
    public int lengthInBytes() {
        int present = (int) Arrays.stream(values).filter(Objects::nonNull).count();
        return HEAD_BYTES + values.length * Integer.BYTES + present * UUID_BYTES;
    }

    /** PostgreSQL's {@code array_recv}: dimensions, whether there are nulls, type, length and lower bound, then each with its length. */
    @Override
    public void toBytes(byte[] bytes, int offset) {
        ByteBuffer out = ByteBuffer.wrap(bytes, offset, lengthInBytes());
        out.putInt(1).putInt(hasNulls() ? 1 : 0).putInt(Oid.UUID);
        out.putInt(values.length).putInt(1);
        for (UUID value : values) {
            put(out, value);
        }
    }

    private boolean hasNulls() {
        return Arrays.stream(values).anyMatch(Objects::isNull);
    }

    private static void put(ByteBuffer out, UUID value) {
        if (value == null) {
            out.putInt(NULL_LENGTH);
        } else {
            out.putInt(UUID_BYTES).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
        }
    }

    @Override
    public void setByteValue(byte[] value, int offset) {
        throw new UnsupportedOperationException("A parameter only");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UuidArray array && Arrays.equals(values, array.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
