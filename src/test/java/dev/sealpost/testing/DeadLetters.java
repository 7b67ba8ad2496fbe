package dev.sealpost.testing;

import org.springframework.jdbc.core.JdbcTemplate;

/** The sealed dead letters in a hub's database. */
public record DeadLetters(JdbcTemplate database) {

    /** @param reason what the reason begins with */
    public int count(String reason) {
        return database.queryForObject(
                "SELECT count(*) FROM dead_letter WHERE reason LIKE ?", Integer.class, reason + "%");
    }

    /** Of one flow. */
    public int count(String flow, String reason) {
        return database.queryForObject(
                "SELECT count(*) FROM dead_letter WHERE flow = ? AND reason LIKE ?", Integer.class, flow, reason + "%");
    }
}
