package dev.sealpost.dryrun;

import java.util.Map;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.GenericBeanDefinition;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.ClassUtils;

/**
 * The hub's own components as far as the steps need them, over stores of the dry run. Each is made only when a step asks for it, so
 * that nothing that needs a database is.
 */
final class StepContext {

    private static final String[] PACKAGES = {
        "dev.sealpost.routing",
        "dev.sealpost.intake",
        "dev.sealpost.signature",
        "dev.sealpost.subject",
        "dev.sealpost.consent",
        "dev.sealpost.minimisation",
        "dev.sealpost.sealing",
        "dev.sealpost.flows"
    };

    private StepContext() {}

    static AnnotationConfigApplicationContext start(
            ConfigurableEnvironment environment, Map<Class<?>, Object> configuration, Object... stores) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.setEnvironment(environment);
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context);
        // The hub's components stand in files of their own; what is nested in another class is a test's.
        scanner.addExcludeFilter((reader, factory) -> reader.getClassMetadata().hasEnclosingClass());
        scanner.scan(PACKAGES);
        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        configuration.forEach((type, bean) -> register(context, ClassUtils.getShortNameAsProperty(type), bean));
        for (Object store : stores) {
            register(context, ClassUtils.getShortNameAsProperty(store.getClass()), store);
        }
        context.refresh();
        return context;
    }

    /** Before what a scanned class would be. */
    private static void register(AnnotationConfigApplicationContext context, String name, Object bean) {
        GenericBeanDefinition definition = new GenericBeanDefinition();
        definition.setBeanClass(bean.getClass());
        definition.setInstanceSupplier(() -> bean);
        definition.setPrimary(true);
        definition.setRole(BeanDefinition.ROLE_INFRASTRUCTURE);
        context.registerBeanDefinition(name, definition);
    }
}
