package dev.sealpost.configuration;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/** Says what a setting of some type looks like. */
final class ValueForms {

    private record Form(String problem, List<String> allowed) {}

    private static final Form WHOLE_NUMBER = new Form("is not a whole number", List.of("digits, as in 200"));
    private static final Map<Class<?>, Form> FORMS = Map.of(
            Boolean.class, new Form("is neither true nor false", List.of("true", "false")),
            Integer.class, WHOLE_NUMBER,
            Long.class, WHOLE_NUMBER,
            Short.class, WHOLE_NUMBER,
            Double.class, new Form("is not a number", List.of("0.5")),
            Duration.class, new Form("is not a duration", List.of("a number with its unit: 500ms, 30s, 10m, 24h, 7d")),
            DataSize.class, new Form("is not a size", List.of("a number with its unit: 64KB, 3MB")),
            URI.class, new Form("is not a URI", List.of("https://host/path")));

    private ValueForms() {}

    /** The mistyped value's fault, with what would have been allowed. */
    static ConfigFault explain(ConfigFault fault, Class<?> type) {
        if (type.isEnum()) {
            List<String> words = Arrays.stream(type.getEnumConstants())
                    .map(constant -> ScalarType.wireForm((Enum<?>) constant))
                    .toList();
            return fault.saying("is not known").allowing(words).suggesting(String.valueOf(fault.value()), words);
        }
        Form form = FORMS.getOrDefault(
                ClassUtils.resolvePrimitiveIfNecessary(type),
                new Form("cannot be read as " + type.getSimpleName(), List.of()));
        return fault.saying(form.problem()).allowing(form.allowed());
    }
}
