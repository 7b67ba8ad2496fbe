package dev.sealpost.lint;

import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.camel.support.LifecycleStrategySupport;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/**
 * Does not let Camel start while its routes have findings. Asks when all routes are there, before Camel tries, so that the refusal is one
 * report and no error of Camel's beside it; and again when Camel starts, whoever starts it.
 */
@Component
class StartGuard extends LifecycleStrategySupport implements CamelContextConfiguration {

    private final ModelCheck check;
    private final ConfigurableApplicationContext hub;

    StartGuard(ModelCheck check, ConfigurableApplicationContext hub) {
        this.check = check;
        this.hub = hub;
    }

    /** What works already ends in order: Spring would take the database away below it, and it would complain. */
    @Override
    public void beforeApplicationStart(CamelContext context) {
        if (!check.findings().isEmpty()) {
            hub.stop();
        }
        refuseFindings();
    }

    @Override
    public void afterApplicationStart(CamelContext context) {
        // The routes were looked at before.
    }

    @Override
    public void onContextStarting(CamelContext context) {
        refuseFindings();
    }

    private void refuseFindings() {
        List<Finding> findings = check.findings();
        if (!findings.isEmpty()) {
            throw new FlowsRefused(findings);
        }
    }
}
