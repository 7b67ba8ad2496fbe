package dev.sealpost.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * How often a message was refused for its own sake, or its outcome stayed unknown; what outages, limits and pauses cost it is not
 * among them.
 *
 * @param lastChance one of them allowed one more try only
 */
record Refusals(int count, boolean lastChance) {

    static final String COLUMNS = "refusals, last_chance";

    static Refusals read(ResultSet row) throws SQLException {
        return new Refusals(row.getInt("refusals"), row.getBoolean("last_chance"));
    }

    Refusals plus(Scope scope) {
        return new Refusals(scope.usesUpAttempts() ? count + 1 : count, lastChance || scope == Scope.MESSAGE_ONCE);
    }
}
