package dev.sealpost.crm;

import dev.sealpost.message.FieldPath;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.util.TimeUtils;
import org.springframework.stereotype.Component;

/** {@code crm:CONNECTION}, the source behind {@code kamelet:crm-intake}. */
@Component("crm")
class CrmComponent extends DefaultComponent {

    private final Connections connections;
    private final CrmSettings settings;
    private final Pollers pollers;

    CrmComponent(Connections connections, CrmSettings settings, Pollers pollers) {
        this.connections = connections;
        this.settings = settings;
        this.pollers = pollers;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String connection, Map<String, Object> given) {
        FeedParameters parameters = new FeedParameters(
                connections.get(connection),
                text(given, "path", ""),
                list(text(given, "items", "")),
                FieldPath.of(text(given, "id", "")),
                FieldPath.of(text(given, "modified", "")),
                text(given, "modifiedSince", ""),
                word(SinceFormat.class, "sinceFormat", text(given, "sinceFormat", "iso")),
                paging(given),
                duration(given, "interval"),
                duration(given, "overlap"),
                optional(text(given, "when", "")));
        return new CrmEndpoint(uri, this, parameters, settings.poll(), pollers);
    }

    private Paging paging(Map<String, Object> given) {
        String next = text(given, "next", "");
        return new Paging(
                word(Paging.Mode.class, "paging", text(given, "paging", "cursor")),
                optional(next.equalsIgnoreCase("Link") ? "" : next),
                text(given, "pageParameter", "cursor"),
                getAndRemoveParameter(given, "firstPage", int.class, 1),
                text(given, "sizeParameter", "limit"),
                getAndRemoveParameter(given, "pageSize", int.class, 100));
    }

    private String text(Map<String, Object> given, String name, String fallback) {
        return getAndRemoveParameter(given, name, String.class, fallback);
    }

    private Duration duration(Map<String, Object> given, String name) {
        return Duration.ofMillis(TimeUtils.toMilliSeconds(text(given, name, "")));
    }

    private static FieldPath list(String path) {
        return path.equals("$") ? null : FieldPath.of(path);
    }

    private static FieldPath optional(String path) {
        return path.isEmpty() ? null : FieldPath.of(path);
    }

    private static <E extends Enum<E>> E word(Class<E> type, String name, String given) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> wireForm(constant).equals(given))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("kamelet:crm-intake: %s is \"%s\"; allowed: %s"
                        .formatted(
                                name,
                                given,
                                Arrays.stream(type.getEnumConstants())
                                        .map(CrmComponent::wireForm)
                                        .toList())));
    }

    private static String wireForm(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
