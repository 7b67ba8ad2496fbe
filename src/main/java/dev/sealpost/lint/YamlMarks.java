package dev.sealpost.lint;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Finds anchors, aliases and explicit tags, before anything is expanded. */
final class YamlMarks {

    private YamlMarks() {}

    /** Where they stand, as far as the text is valid YAML. */
    static List<Place> of(String file, String text) {
        List<Place> places = new ArrayList<>();
        try {
            for (Event event : new Parse(LoadSettings.builder().setLabel(file).build()).parseString(text)) {
                if (isMarked(event)) {
                    places.add(YamlTree.place(file, event.getStartMark()));
                }
            }
            return places;
        } catch (YamlEngineException reportedByTheReaderOfTheWholeText) {
            return places;
        }
    }

    private static boolean isMarked(Event event) {
        boolean tagged = event instanceof ScalarEvent scalar && scalar.getTag().isPresent()
                || event instanceof CollectionStartEvent start && start.getTag().isPresent();
        boolean anchored = event instanceof NodeEvent node && node.getAnchor().isPresent();
        return event instanceof AliasEvent || anchored || tagged;
    }
}
