package dev.sealpost.lint;

import java.util.List;

/**
 * A flow as the rules see it, whether it was written in YAML or in Java.
 *
 * @param id null if it has none
 * @param policy its {@code routeConfigurationId}; null if it has none
 * @param from null if it has none
 * @param settings everything else that is set on the route
 * @param fromSettings everything else that is set on its source
 */
record FlowModel(
        Place at,
        Setting id,
        Setting policy,
        Endpoint from,
        List<Setting> settings,
        List<Setting> fromSettings,
        List<Element> steps) {

    /** Where something is said that concerns the flow as a whole. */
    Place place() {
        return id == null ? at : id.at();
    }
}
