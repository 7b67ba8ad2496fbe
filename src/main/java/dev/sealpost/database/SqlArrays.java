package dev.sealpost.database;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.support.SqlArrayValue;

/** Arrays as statement parameters, so that one statement serves a batch of any size and has one plan. */
public final class SqlArrays {

    private SqlArrays() {}

    public static UuidArray uuids(Stream<UUID> values) {
        return UuidArray.of(values);
    }

    public static SqlArrayValue texts(Stream<String> values) {
        return new SqlArrayValue("text", values.toArray());
    }

    public static SqlArrayValue bytes(Stream<byte[]> values) {
        return new SqlArrayValue("bytea", (Object[]) values.toArray(byte[][]::new));
    }

    public static SqlArrayValue instants(Stream<Instant> values) {
        return new SqlArrayValue(
                "timestamptz",
                values.map(at -> at == null ? null : at.toString()).toArray());
    }

    public static SqlArrayValue longs(Stream<Long> values) {
        return new SqlArrayValue("bigint", values.toArray());
    }
}
