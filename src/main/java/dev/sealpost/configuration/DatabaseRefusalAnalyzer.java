package dev.sealpost.configuration;

import java.sql.SQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** One line about a database that cannot be used, instead of a stack trace. Never prints a password. */
class DatabaseRefusalAnalyzer extends AbstractFailureAnalyzer<SQLException> implements Ordered {

    private final Environment environment;

    DatabaseRefusalAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        return StartFailure.databaseRefusal(rootFailure)
                .map(refusal -> new FailureAnalysis(description(refusal), action(refusal), cause))
                .orElse(null);
    }

    private String description(DatabaseRefusal refusal) {
        String value = environment.getProperty(refusal.setting(), "");
        return ConfigFault.in(null, refusal.setting(), refusal.problem())
                .showing(withoutParameters(value))
                .toString();
    }

    /** A URL's parameters may hold a password. */
    private static String withoutParameters(String url) {
        return url.replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//");
    }

    private static String action(DatabaseRefusal refusal) {
        return refusal.advice() + " (environment variable " + SettingNames.variable(refusal.setting())
                + "), then start again.";
    }
}
