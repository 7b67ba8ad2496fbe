package dev.sealpost.testing;

import dev.sealpost.sandbox.postgres.PostgresPart;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/** Copies databases from a template that Flyway migrated once. */
final class Databases {
    private static final String EMPTY = "template1";

    private final PostgresPart postgres;
    private final AtomicInteger created = new AtomicInteger();
    private String migratedTemplate;

    Databases(PostgresPart postgres) {
        this.postgres = postgres;
    }

    Database empty() {
        return copyOf(EMPTY);
    }

    Database migrated() {
        return copyOf(migratedTemplate());
    }

    private synchronized String migratedTemplate() {
        if (migratedTemplate == null) {
            Database template = empty();
            Flyway.configure().dataSource(template.dataSource()).load().migrate();
            migratedTemplate = name(template);
        }
        return migratedTemplate;
    }

    private Database copyOf(String template) {
        String name = "test_" + created.incrementAndGet();
        try (var connection = database("postgres").dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE %s TEMPLATE %s".formatted(name, template));
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create the test database " + name, e);
        }
        return database(name);
    }

    private Database database(String name) {
        String url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(postgres.port(), name);
        return new Database(url, postgres.user(), postgres.password());
    }

    private static String name(Database database) {
        return database.url().substring(database.url().lastIndexOf('/') + 1);
    }
}
