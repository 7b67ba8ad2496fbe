package dev.sealpost.cli.consents;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A column that an import reads, and the field of {@code PUT /api/consents} that it becomes. */
enum ImportColumn {
    PHONE("phone"),
    PURPOSE("purpose"),
    STATUS("status"),
    SOURCE("evidence.source"),
    NOTICE("evidence.notice"),
    WORDING("evidence.wording"),
    AT("evidence.at"),
    PROOF("evidence.proof"),
    CONFIRMED_AT("evidence.confirmed.at"),
    CONFIRMED_PROOF("evidence.confirmed.proof"),
    EXPIRES_AT("expiresAt");

    static final List<ImportColumn> REQUIRED = List.of(PHONE, PURPOSE, STATUS);

    private final String field;

    ImportColumn(String field) {
        this.field = field;
    }

    /** As it is written in a header. */
    String heading() {
        return name().toLowerCase(Locale.ROOT);
    }

    String field() {
        return field;
    }

    /** Finds {@code confirmed_at}, {@code Confirmed At}, {@code confirmedAt} and {@code evidence.confirmed.at} alike. */
    static Optional<ImportColumn> of(String heading) {
        String plain = plain(heading);
        return Arrays.stream(values())
                .filter(column -> plain.equals(plain(column.name())) || plain.equals(plain(column.field)))
                .findFirst();
    }

    static Optional<ImportColumn> ofField(String field) {
        return Arrays.stream(values())
                .filter(column -> column.field.equals(field))
                .findFirst();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
