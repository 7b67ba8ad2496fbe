package dev.sealpost.sandbox.whatsapp.template;

import dev.sealpost.sandbox.whatsapp.wire.LenientObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a message fills into a template: its {@code template.components}. */
record Filling(List<LenientObject> components) {
    static Filling of(LenientObject template) {
        return new Filling(template.list("components"));
    }

    /** The parameters of the header or the body. */
    List<LenientObject> parameters(String type) {
        return ofType(type)
                .flatMap(component -> component.list("parameters").stream())
                .toList();
    }

    List<LenientObject> buttons() {
        return ofType("button").toList();
    }

    /** What fills the button at this place. */
    Optional<LenientObject> button(int index) {
        return ofType("button").filter(button -> index(button) == index).findFirst();
    }

    /** A number or its digits; the first if left out. */
    static int index(LenientObject button) {
        String index = button.node().path("index").asText("0");
        return index.matches("\\d") ? Integer.parseInt(index) : -1;
    }

    private Stream<LenientObject> ofType(String type) {
        return components.stream()
                .filter(component -> component.text("type").orElse("").equalsIgnoreCase(type));
    }

    @Override
    public String toString() {
        return "Filling[of %d components]".formatted(components.size());
    }
}
