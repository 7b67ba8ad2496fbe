package dev.sealpost.sandbox.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The login of the sandbox's PostgreSQL. A new cluster trusts everyone on the machine until {@link #requirePassword}. */
record Superuser(int port, String password) {
    static final String NAME = "postgres";
    static final String DATABASE = "sealpost";

    private static final String MAINTENANCE_DATABASE = "postgres";
    private static final String PASSWORD_ONLY =
            """
            # Written by the Sealpost sandbox.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    /** Sets the password first and closes the door afterwards, so that a crash between the two is mended by the next start. */
    void requirePassword(Path data) throws IOException, SQLException {
        Path rules = data.resolve("pg_hba.conf");
        if (Files.readString(rules).equals(PASSWORD_ONLY)) {
            return;
        }
        try (Connection connection = connect(MAINTENANCE_DATABASE);
                var statement = connection.createStatement()) {
            statement.execute("ALTER ROLE " + NAME + " PASSWORD " + statement.enquoteLiteral(password));
            Path written = Files.writeString(data.resolve("pg_hba.conf.new"), PASSWORD_ONLY);
            Files.move(written, rules, StandardCopyOption.ATOMIC_MOVE);
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    void createDatabase(String name) throws SQLException {
        try (Connection connection = connect(MAINTENANCE_DATABASE);
                var exists = connection.prepareStatement("SELECT FROM pg_database WHERE datname = ?");
                var create = connection.createStatement()) {
            exists.setString(1, name);
            if (!exists.executeQuery().next()) {
                create.execute("CREATE DATABASE " + create.enquoteIdentifier(name, false));
            }
        }
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), NAME, password);
    }

    @Override
    public String toString() {
        return "Superuser[port=%d]".formatted(port);
    }
}
