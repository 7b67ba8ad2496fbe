package dev.sealpost.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class PartsTest {
    @Test
    void everyTestGetsADatabaseOfItsOwn() throws Exception {
        Database mine = Parts.emptyDatabase();
        Database yours = Parts.emptyDatabase();
        try (var connection = mine.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE only_mine (id int)");
        }
        assertThat(tables(mine)).isEqualTo(1);
        assertThat(tables(yours)).isZero();
    }

    @Test
    void aMigratedDatabaseHasFlywaysHistory() throws Exception {
        try (var connection = Parts.database().dataSource().getConnection();
                var tables = connection.getMetaData().getTables(null, "public", "flyway_schema_history", null)) {
            assertThat(tables.next()).isTrue();
        }
    }

    @Test
    void theBrokerKnowsTheTopicOfTheShop() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", Parts.brokers()))) {
            assertThat(admin.listTopics().names().get()).contains("shop.orders.shipped");
        }
    }

    private static int tables(Database database) throws Exception {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement();
                var count = statement.executeQuery("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")) {
            count.next();
            return count.getInt(1);
        }
    }
}
