package dev.sealpost.pacing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * How much of its limit of people a portfolio has used.
 *
 * @param people counted now
 * @param told Meta's word on the limit; {@link PacedSender#UNLIMITED} if it never said any
 * @param promisedUntil places that become free until then are promised to messages that wait already; or null
 */
record TierUse(String portfolio, int people, int told, Instant promisedUntil) {

    static TierUse read(ResultSet row) throws SQLException {
        Integer told = row.getObject("told", Integer.class);
        OffsetDateTime promised = row.getObject("promised_until", OffsetDateTime.class);
        return new TierUse(
                row.getString("portfolio"),
                row.getInt("people"),
                told == null ? PacedSender.UNLIMITED : told,
                promised == null ? null : promised.toInstant());
    }
}
