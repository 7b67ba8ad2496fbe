package dev.sealpost.submission;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Takes all connections of a pool, so that the database seems away to the hub, and gives them back when it is closed. */
final class PoolDrain implements AutoCloseable {

    private final List<Connection> taken = new ArrayList<>();

    PoolDrain(DataSource source) {
        HikariDataSource pool = (HikariDataSource) source;
        while (taken.size() < pool.getMaximumPoolSize()) {
            take(pool);
        }
    }

    private void take(HikariDataSource pool) {
        try {
            taken.add(pool.getConnection());
        } catch (SQLTransientConnectionException oneIsStillInUse) {
            // Its user gives it back at the end of its transaction; the next try gets it.
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        taken.forEach(connection -> {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
