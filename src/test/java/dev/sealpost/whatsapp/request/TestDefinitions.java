package dev.sealpost.whatsapp.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.configuration.Faults;
import dev.sealpost.configuration.Placeholders;
import dev.sealpost.configuration.YamlDocument;
import java.nio.file.Path;

/** Definitions as a {@code templates.yml} says them. */
public final class TestDefinitions {

    private TestDefinitions() {}

    public static Definitions of(String yaml) {
        Faults faults = new Faults();
        Definitions definitions = read(yaml, faults);
        assertThat(faults.all()).isEmpty();
        return definitions;
    }

    /** In a directory, with the files that messages show. */
    public static Definitions in(Path directory, String yaml) {
        Faults faults = new Faults();
        Definitions definitions = new DefinitionsFormat()
                .parse(
                        YamlDocument.read(
                                directory.resolve("templates.yml").toString(), yaml, Placeholders.none(), faults),
                        faults);
        assertThat(faults.all()).isEmpty();
        return definitions;
    }

    static Definitions read(String yaml, Faults faults) {
        return new DefinitionsFormat()
                .parse(YamlDocument.read("config/templates.yml", yaml, Placeholders.none(), faults), faults);
    }
}
