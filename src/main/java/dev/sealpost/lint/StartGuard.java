package dev.sealpost.lint;

import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.support.LifecycleStrategySupport;
import org.springframework.stereotype.Component;

/** Does not let Camel start while its routes have findings. */
@Component
class StartGuard extends LifecycleStrategySupport {

    private final ModelCheck check;

    StartGuard(ModelCheck check) {
        this.check = check;
    }

    @Override
    public void onContextStarting(CamelContext context) {
        List<Finding> findings = check.findings();
        if (!findings.isEmpty()) {
            throw new FlowsRefused(findings);
        }
    }
}
