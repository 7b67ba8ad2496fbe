package dev.sealpost.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What a team writes by hand when it is told to check consent, encrypt and keep a record. */
final class ComplianceContender implements Contender {

    private final String name;
    private final Class<?> route;
    private final Servers servers;
    private final Arguments arguments;

    private ComplianceContender(String name, Class<?> route, Servers servers, Arguments arguments) {
        this.name = name;
        this.route = route;
        this.servers = servers;
        this.arguments = arguments;
    }

    /** Of Camel's components. */
    static Contender ofComponents(Servers servers, Arguments arguments) {
        return new ComplianceContender("compliance", ComponentsRoute.class, servers, arguments);
    }

    /** In Java, without camel-sql, which asks the server to describe each statement again. */
    static Contender inJava(Servers servers, Arguments arguments) {
        return new ComplianceContender("compliance-java", ComplianceRoute.class, servers, arguments);
    }

    @Override
    public String name() {
        return name;
    }

    private String template() {
        return "bench_" + database(name);
    }

    private static String database(String name) {
        return name.replace('-', '_');
    }

    @Override
    public String leavesOut() {
        return "no duplicate check, no retry, no keys of their own for people, no outcome recorded, an audit table anybody can edit";
    }

    @Override
    public void prepare() {
        Database database = servers.emptyDatabase(template());
        try (Connection connection = database.connect()) {
            createTables(connection);
            insertConsents(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The compliance route's tables", e);
        }
        database.tidy();
    }

    private static void createTables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE consent (phone_hash bytea PRIMARY KEY, purpose text NOT NULL, status text NOT NULL)");
            statement.execute("CREATE TABLE message (id uuid PRIMARY KEY, content bytea NOT NULL, at timestamptz NOT NULL)");
            statement.execute("CREATE TABLE audit (id bigserial PRIMARY KEY, message uuid NOT NULL, what text NOT NULL,"
                    + " at timestamptz NOT NULL)");
        }
    }

    private void insertConsents(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO consent VALUES (?, 'order-updates', 'granted')")) {
            for (int person = 0; person < arguments.people(); person++) {
                insert.setBytes(1, ComplianceSteps.hash(Event.phone(person)));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        connection.commit();
    }

    @Override
    public ChildJvm start(Job job) {
        Database database = servers.copy(template(), database(job));
        return ChildJvm.start(
                job.directory(),
                name,
                arguments.jvmOptions(),
                route,
                List.of(
                        servers.brokers(),
                        job.topic().name(),
                        job.name(),
                        job.stub().toString(),
                        database.url(),
                        database.user(),
                        database.password()));
    }

    @Override
    public boolean settled(Job job) {
        return true;
    }

    @Override
    public String outcomes(Job job) {
        return "it keeps none";
    }

    @Override
    public String database(Job job) {
        return database(job.name());
    }
}
