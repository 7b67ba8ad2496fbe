package dev.sealpost.lint;

import dev.sealpost.consent.Purposes;
import dev.sealpost.minimisation.Profiles;
import dev.sealpost.whatsapp.request.Definitions;
import java.util.Map;
import java.util.Set;

/**
 * What flows may refer to.
 *
 * @param names what is named in files of other packages, by the parameter that refers to it
 */
record Settings(
        Purposes purposes,
        Profiles profiles,
        Definitions definitions,
        Map<String, Set<String>> names,
        PropertyPlaceholders placeholders) {}
