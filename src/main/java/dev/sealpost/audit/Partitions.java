package dev.sealpost.audit;

import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps the partition that is being filled and the next one in existence. */
class Partitions {

    private static final int PARTITION_BITS = 20;

    private final JdbcTemplate jdbc;
    private long checked = -1;

    Partitions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Called under the sequencer's lock, in its transaction. */
    void makeRoom() {
        long current = jdbc.queryForObject("SELECT next_index FROM audit_head", Long.class) >> PARTITION_BITS;
        if (current != checked) {
            jdbc.execute("SELECT audit_add_partition(%d), audit_add_partition(%d)".formatted(current, current + 1));
            checked = current;
        }
    }
}
