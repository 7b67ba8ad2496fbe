package dev.sealpost.whatsapp.request;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects a template's components: what they look like in a request, and what they should look like at Meta. */
final class Components {

    private final List<Part> parts = new ArrayList<>();
    private final SortedMap<Integer, String> buttons = new TreeMap<>();
    private String header = "";
    private List<String> headerParameters = List.of();
    private List<String> body = List.of();
    private List<Part> bodyParameters = List.of();

    void header(String format, List<String> names, List<Part> parameters) {
        header = format;
        headerParameters = names;
        parts.add(component("header", Map.of(), parameters));
    }

    void body(List<String> names, List<Part> parameters) {
        body = names;
        bodyParameters = parameters;
        if (!parameters.isEmpty()) {
            parts.add(component("body", Map.of(), parameters));
        }
    }

    /** The button of an authentication template that copies the code, which is the body's only parameter. */
    void copyCode() {
        button("url", 0, bodyParameters);
    }

    /** @return false if there is one with this index already */
    boolean button(String type, int index, List<Part> parameters) {
        Map<String, Part> more = new LinkedHashMap<>();
        more.put("sub_type", words(type));
        more.put("index", words(Integer.toString(index)));
        parts.add(component("button", more, parameters));
        return buttons.put(index, type.toUpperCase()) == null;
    }

    int bodySize() {
        return body.size();
    }

    Layout layout() {
        return new Layout(header, headerParameters, body, buttons);
    }

    ListPart part() {
        return new ListPart(parts);
    }

    static Part words(String word) {
        return new FixedShape(word).part();
    }

    private static Part component(String type, Map<String, Part> more, List<Part> parameters) {
        Map<String, Part> component = new LinkedHashMap<>();
        component.put("type", words(type));
        component.putAll(more);
        component.put("parameters", new ListPart(parameters));
        return new GroupPart(component);
    }
}
