package dev.sealpost.minimisation;

import dev.sealpost.configuration.ConfigFormat;
import dev.sealpost.configuration.Faults;
import dev.sealpost.configuration.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code minimisation.yml}. */
class MinimisationFormat implements ConfigFormat<Profiles> {

    private static final Pattern PROFILE_NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    @Override
    public String file() {
        return "minimisation.yml";
    }

    @Override
    public Class<Profiles> type() {
        return Profiles.class;
    }

    @Override
    public Profiles parse(YamlNode root, Faults faults) {
        Map<String, Profile> profiles = new LinkedHashMap<>();
        root.map()
                .onlyKeys("profiles")
                .map("profiles")
                .entries()
                .forEach((name, node) -> profiles.put(name, profile(name, node)));
        return new Profiles(profiles);
    }

    private static Profile profile(String name, YamlNode node) {
        if (!PROFILE_NAME.matcher(name).matches()) {
            node.fault("is not a profile's name", List.of("lower-case letters, digits and dashes"), "");
        }
        List<FieldRule> leaving = node.map().entries().entrySet().stream()
                .map(field -> FieldFormat.read(field.getKey(), field.getValue()))
                .flatMap(Optional::stream)
                .toList();
        return new Profile(name, leaving);
    }
}
