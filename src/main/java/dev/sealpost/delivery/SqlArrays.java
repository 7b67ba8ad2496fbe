package dev.sealpost.delivery;

import dev.sealpost.database.UuidArray;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.support.SqlArrayValue;

/** Arrays as statement parameters, so that one statement serves a batch of any size and has one plan. */
final class SqlArrays {

    private SqlArrays() {}

    static UuidArray uuids(Stream<UUID> values) {
        return UuidArray.of(values);
    }

    static SqlArrayValue texts(Stream<String> values) {
        return new SqlArrayValue("text", values.toArray());
    }

    static SqlArrayValue bytes(Stream<byte[]> values) {
        return new SqlArrayValue("bytea", (Object[]) values.toArray(byte[][]::new));
    }

    static SqlArrayValue instants(Stream<Instant> values) {
        return new SqlArrayValue(
                "timestamptz",
                values.map(at -> at == null ? null : at.toString()).toArray());
    }

    static SqlArrayValue longs(Stream<Long> values) {
        return new SqlArrayValue("bigint", values.toArray());
    }
}
