package dev.sealpost.configuration;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.ClassUtils;

/** Checks every {@code sealpost.*} setting: it exists, is of the right type and in its range, and is there if it must be. */
final class SettingsCheck {

    private final ConfigurableEnvironment environment;
    private final ClassLoader classLoader;
    private final Faults faults;

    SettingsCheck(ConfigurableEnvironment environment, ClassLoader classLoader, Faults faults) {
        this.environment = environment;
        this.classLoader = classLoader;
        this.faults = faults;
    }

    void run() {
        SettingsMetadata metadata = SettingsMetadata.load(classLoader);
        GivenSettings given = new GivenSettings(environment);
        checkNames(metadata, given);
        checkPlaceholders(given);
        checkValues(metadata, given);
    }

    private void checkNames(SettingsMetadata metadata, GivenSettings given) {
        Predicate<String> isInThisJar =
                setting -> ClassUtils.isPresent(metadata.holders().get(setting), classLoader);
        UnknownSettings unknown = new UnknownSettings(new SettingNames(metadata), isInThisJar, faults);
        given.all().forEach(unknown::check);
    }

    private void checkPlaceholders(GivenSettings given) {
        Placeholders placeholders = Placeholders.of(environment);
        given.all()
                .filter(setting -> placeholders.resolve(setting.raw()).isEmpty())
                .forEach(setting -> faults.add(
                        setting.fault("holds a placeholder that has no value").showing(setting.raw())));
    }

    private void checkValues(SettingsMetadata metadata, GivenSettings given) {
        Binder binder = Binder.get(environment);
        try (ValidatorFactory factory = validators()) {
            Validator validator = factory.getValidator();
            classes(metadata)
                    .forEach(type -> new SettingsClass(type, metadata.names(), given, faults).check(binder, validator));
        }
    }

    private List<Class<?>> classes(SettingsMetadata metadata) {
        return metadata.classes().stream()
                .map(this::load)
                .flatMap(Optional::stream)
                .filter(type -> AnnotatedElementUtils.hasAnnotation(type, ConfigurationProperties.class))
                .toList();
    }

    /** @return empty for what only the sandbox's jar contains */
    private Optional<Class<?>> load(String name) {
        try {
            return Optional.of(ClassUtils.forName(name, classLoader));
        } catch (ClassNotFoundException | LinkageError notInThisJar) {
            return Optional.empty();
        }
    }

    private static ValidatorFactory validators() {
        return Validation.byProvider(HibernateValidator.class)
                .configure()
                .defaultLocale(Locale.ENGLISH)
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory();
    }
}
