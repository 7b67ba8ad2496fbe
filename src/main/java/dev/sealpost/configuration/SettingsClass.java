package dev.sealpost.configuration;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.lang.reflect.RecordComponent;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** One record of settings: are the values given for it of the right type and in the right range? */
final class SettingsClass {

    private final Class<?> type;
    private final String prefix;
    private final Set<String> names;
    private final GivenSettings given;
    private final Faults faults;

    SettingsClass(Class<?> type, Set<String> names, GivenSettings given, Faults faults) {
        this.type = type;
        this.prefix = AnnotatedElementUtils.getMergedAnnotation(type, ConfigurationProperties.class)
                .prefix();
        this.names = names;
        this.given = given;
        this.faults = faults;
    }

    void check(Binder binder, Validator validator) {
        if (isReadable(binder, prefix, type)) {
            checkWhole(binder, validator);
        }
    }

    /** Tries each value by itself, since binding the whole record would stop at the first that is wrong. */
    private boolean isReadable(Binder binder, String path, Class<?> holder) {
        boolean readable = true;
        for (RecordComponent component : components(holder)) {
            String name = path + "." + DataObjectPropertyName.toDashedForm(component.getName());
            readable &= component.getType().isRecord()
                    ? isReadable(binder, name, component.getType())
                    : isReadable(binder, name, component);
        }
        return readable;
    }

    private static RecordComponent[] components(Class<?> holder) {
        return holder.isRecord() ? holder.getRecordComponents() : new RecordComponent[0];
    }

    private boolean isReadable(Binder binder, String name, RecordComponent component) {
        Bindable<?> value = Bindable.of(ResolvableType.forType(component.getGenericType()))
                .withAnnotations(component.getAnnotations());
        try {
            binder.bind(name, value);
            return true;
        } catch (BindException mistyped) {
            faults.add(ValueForms.explain(fault(name, "cannot be read"), component.getType()));
            return false;
        }
    }

    private void checkWhole(Binder binder, Validator validator) {
        try {
            Object settings = binder.bindOrCreate(prefix, Bindable.of(type));
            validator.validate(settings).forEach(this::violation);
        } catch (BindException refused) {
            String problem = NestedExceptionUtils.getMostSpecificCause(refused).getMessage();
            faults.add(ConfigFault.in(null, String.valueOf(refused.getName()), "is refused: " + problem));
        }
    }

    private void violation(ConstraintViolation<Object> violation) {
        String name = settingOf(violation.getPropertyPath().toString());
        if (faults.concern(name)) {
            return;
        }
        boolean missing =
                violation.getInvalidValue() == null && given.find(name).isEmpty();
        faults.add(missing ? Missing.setting(name) : fault(name, violation.getMessage()));
    }

    /** A rule of a method belongs to the setting that its name starts with: {@code isBaseUriSafe} to {@code base-uri}. */
    private String settingOf(String path) {
        String rule = prefix + "." + DataObjectPropertyName.toDashedForm(path);
        return names.stream()
                .filter(rule::startsWith)
                .max(Comparator.comparingInt(String::length))
                .orElse(rule);
    }

    private ConfigFault fault(String name, String problem) {
        Optional<GivenSetting> value = given.find(name);
        return value.map(setting -> setting.fault(problem).showing(setting.raw()))
                .orElseGet(() -> ConfigFault.in(null, name, problem));
    }
}
