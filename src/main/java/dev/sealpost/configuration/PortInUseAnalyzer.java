package dev.sealpost.configuration;

import java.util.List;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** Names the setting that moves the port. */
class PortInUseAnalyzer extends AbstractFailureAnalyzer<PortInUseException> implements Ordered {

    private static final List<String> SETTINGS = List.of("server.port", "management.server.port");

    private final Environment environment;

    PortInUseAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PortInUseException cause) {
        String port = String.valueOf(cause.getPort());
        String setting = SETTINGS.stream()
                .filter(name -> port.equals(environment.getProperty(name)))
                .findFirst()
                .orElse(SETTINGS.get(0));
        ConfigFault fault = ConfigFault.in(null, setting, "is a port that another process listens on")
                .showing(port);
        String action = "Stop the other process, or set %s to a free port (environment variable %s)."
                .formatted(setting, SettingNames.variable(setting));
        return new FailureAnalysis(fault.toString(), action, cause);
    }
}
