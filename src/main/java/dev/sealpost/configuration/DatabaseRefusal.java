package dev.sealpost.configuration;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Ways in which a database refuses a connection, by SQLSTATE (PostgreSQL's manual, appendix A). */
enum DatabaseRefusal {
    NOT_THERE(
            "spring.datasource.url", "is where no database answers", "Start PostgreSQL, or correct the setting", "08"),
    CREDENTIALS(
            "spring.datasource.username",
            "is refused with its password",
            "Correct spring.datasource.username and spring.datasource.password",
            "28"),
    NO_DATABASE(
            "spring.datasource.url",
            "names a database that the server does not have",
            "Create it, or correct the setting",
            "3D"),
    BUSY(
            "spring.datasource.url",
            "is where no connection is accepted now",
            "Wait until it has started, or raise its max_connections",
            "57P",
            "53");

    private final String setting;
    private final String problem;
    private final String advice;
    private final List<String> states;

    DatabaseRefusal(String setting, String problem, String advice, String... states) {
        this.setting = setting;
        this.problem = problem;
        this.advice = advice;
        this.states = List.of(states);
    }

    static Optional<DatabaseRefusal> of(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return List.of(values()).stream()
                .filter(refusal -> refusal.states.stream().anyMatch(state::startsWith))
                .findFirst();
    }

    String setting() {
        return setting;
    }

    String problem() {
        return problem;
    }

    String advice() {
        return advice;
    }
}
