package dev.sealpost.sandbox.whatsapp.page;

import dev.sealpost.sandbox.whatsapp.wire.LenientObject;
import java.util.List;
import java.util.Optional;

/** The buttons of a template, with what the request says of each by its index. */
final class TemplateButtons {
    private TemplateButtons() {}

    static void render(List<LenientObject> approved, List<LenientObject> filling, Buttons buttons) {
        for (int index = 0; index < approved.size(); index++) {
            render(approved.get(index), parameter(filling, index), buttons);
        }
    }

    private static void render(LenientObject approved, Optional<LenientObject> parameter, Buttons buttons) {
        String title = approved.text("text").orElse("");
        switch (TemplateRenderer.lower(approved, "type")) {
            case "quick_reply" ->
                buttons.quickReply(
                        title, parameter.flatMap(value -> value.text("payload")).orElse(title));
            case "url" -> buttons.link(title, url(approved, parameter));
            case "phone_number" ->
                buttons.call(title, approved.text("phone_number").orElse(""));
            case "copy_code" ->
                buttons.copy(
                        title.isEmpty() ? "Copy offer code" : title,
                        parameter.flatMap(value -> value.text("coupon_code")).orElse(""));
            case "otp" -> buttons.copy(title.isEmpty() ? "Copy code" : title, text(parameter));
            case "flow" ->
                buttons.flow(
                        title,
                        parameter
                                .flatMap(value -> value.object("action").text("flow_token"))
                                .orElse("unused"));
            default -> buttons.inert(title);
        }
    }

    private static String url(LenientObject approved, Optional<LenientObject> parameter) {
        return new Filling(parameter.stream().toList())
                .fill(approved.text("url").orElse(""));
    }

    private static String text(Optional<LenientObject> parameter) {
        return parameter.flatMap(value -> value.text("text")).orElse("");
    }

    /** Meta takes the index as a number and as text. */
    private static Optional<LenientObject> parameter(List<LenientObject> filling, int index) {
        return filling.stream()
                .filter(component -> TemplateRenderer.lower(component, "type").equals("button"))
                .filter(component -> component.node().path("index").asText("0").equals(Integer.toString(index)))
                .flatMap(component -> component.list("parameters").stream())
                .findFirst();
    }
}
