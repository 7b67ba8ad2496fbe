package dev.sealpost.lint;

import dev.sealpost.configuration.Directories;
import dev.sealpost.configuration.Faults;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Checks the YAML files of the routes directory before any bean exists, and stops the start with everything that is wrong. What the
 * routes of the Java DSL are checked against becomes a bean.
 */
class StartCheck implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        Directories directories = Binder.get(environment).bindOrCreate("sealpost", Directories.class);
        Faults faults = new Faults();
        Settings settings = new SettingsReader(Path.of(directories.configDirectory()), environment).read(faults);
        faults.throwIfAny();
        Lint lint = new Lint(RouteFiles.ofHub(Path.of(directories.routesDirectory())), settings);
        List<Finding> findings = lint.run();
        if (!findings.isEmpty()) {
            throw new FlowsRefused(findings);
        }
        context.getBeanFactory().registerSingleton("flowCatalog", lint.catalog(new Findings()));
    }

    /** Last, after the configuration was found to be in order. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
