package dev.sealpost.sandbox.whatsapp.page;

import dev.sealpost.sandbox.whatsapp.wire.LenientObject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parameters of one component of a request, by position or by name. */
record Filling(List<LenientObject> parameters) {
    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([A-Za-z0-9_]+)\\s*}}");

    static Filling of(List<LenientObject> components, String type) {
        return new Filling(components.stream()
                .filter(component -> TemplateRenderer.lower(component, "type").equals(type))
                .flatMap(component -> component.list("parameters").stream())
                .toList());
    }

    /** A place without its parameter stays as it is. */
    String fill(String text) {
        return PLACE.matcher(text)
                .replaceAll(
                        place -> Matcher.quoteReplacement(value(place.group(1)).orElse(place.group())));
    }

    private Optional<String> value(String place) {
        return parameters.stream()
                .filter(parameter -> parameter.text("parameter_name").orElse("").equals(place))
                .findFirst()
                .or(() -> positional(place))
                .flatMap(Filling::shown);
    }

    private Optional<LenientObject> positional(String place) {
        return place.matches("[1-9]\\d{0,2}") && Integer.parseInt(place) <= parameters.size()
                ? Optional.of(parameters.get(Integer.parseInt(place) - 1))
                : Optional.empty();
    }

    private static Optional<String> shown(LenientObject parameter) {
        String type = parameter.text("type").orElse("text");
        return parameter.text(type).or(() -> parameter.object(type).text("fallback_value"));
    }

    @Override
    public String toString() {
        return "Filling[of %d]".formatted(parameters.size());
    }
}
