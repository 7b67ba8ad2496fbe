package dev.sealpost.configuration;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.ClassUtils;

/**
 * Reads the whole configuration before any bean exists and stops the start with everything that is wrong in it. What the
 * configuration files say becomes singleton beans.
 */
class ConfigurationCheck implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Faults faults = new Faults();
        checkSettings(context, faults);
        Map<Class<?>, Object> parsed = parse(context, faults);
        faults.throwIfAny();
        parsed.forEach((type, bean) ->
                context.getBeanFactory().registerSingleton(ClassUtils.getShortNameAsProperty(type), bean));
    }

    /** Last, so that every source of settings is known. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    /** Production's rules first: they say more about a missing secret than that it is missing. */
    private static void checkSettings(ConfigurableApplicationContext context, Faults faults) {
        ConfigurableEnvironment environment = context.getEnvironment();
        new ProductionRules(environment, new GivenSettings(environment), faults).check();
        new SettingsCheck(environment, context.getClassLoader(), faults).run();
    }

    private static Map<Class<?>, Object> parse(ConfigurableApplicationContext context, Faults faults) {
        ConfigurableEnvironment environment = context.getEnvironment();
        Directories directories = Binder.get(environment).bindOrCreate("sealpost", Directories.class);
        return new ConfigDirectory(Path.of(directories.configDirectory()), Placeholders.of(environment)).read(faults);
    }
}
