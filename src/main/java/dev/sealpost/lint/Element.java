package dev.sealpost.lint;

import java.util.List;

/**
 * One step of a route, whoever wrote it down.
 *
 * @param kind as the YAML DSL names it: {@code to}, {@code choice}
 * @param at where its kind stands
 * @param endpoint null unless it has one
 * @param ways the steps within it, a list for each way through it; empty if it has none
 * @param passable whether a message may also go past all of its ways
 */
record Element(
        String kind,
        Place at,
        Endpoint endpoint,
        List<Setting> settings,
        List<Expression> expressions,
        List<List<Element>> ways,
        boolean passable) {

    static Element of(String kind, Place at, Endpoint endpoint, List<Setting> settings) {
        return new Element(kind, at, endpoint, settings, List.of(), List.of(), false);
    }

    /** Where it says what it does. */
    Place place() {
        return endpoint == null ? at : endpoint.at();
    }

    /** The vetted step it is, or null. */
    StepName step() {
        return "to".equals(kind) && endpoint != null
                ? endpoint.kamelet().flatMap(StepName::of).orElse(null)
                : null;
    }
}
