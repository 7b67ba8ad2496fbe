package dev.sealpost.lint;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the file of a flow. */
public final class FlowFiles {

    private FlowFiles() {}

    /** The file in the routes directory's flows whose route has this id. */
    public static Optional<Path> find(Path routes, String flow) {
        return ids(routes).entrySet().stream()
                .filter(file -> file.getValue().filter(flow::equals).isPresent())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The ids of the flows that are files; those of the Java DSL are not among them. */
    public static List<String> known(Path routes) {
        return ids(routes).values().stream().flatMap(Optional::stream).toList();
    }

    /** The id of each file's flow; empty if it cannot be told. */
    static Map<Path, Optional<String>> ids(Path routes) {
        Map<Path, Optional<String>> ids = new LinkedHashMap<>();
        RouteFiles.ofHub(routes).flowFiles().forEach(file -> ids.put(file, idOf(file)));
        return ids;
    }

    private static Optional<String> idOf(Path file) {
        Findings unimportant = new Findings();
        return new SourceFile(file, Lint.ROUTES, unimportant)
                .read()
                .flatMap(new YamlFlow(unimportant)::read)
                .map(FlowModel::id)
                .map(Setting::text);
    }
}
