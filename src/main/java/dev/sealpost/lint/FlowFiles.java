package dev.sealpost.lint;

import java.nio.file.Path;
import java.util.Optional;

/** Finds the file of a flow. */
public final class FlowFiles {

    private FlowFiles() {}

    /** The file in the routes directory's flows whose route has this id. */
    public static Optional<Path> find(Path routes, String flow) {
        return RouteFiles.ofHub(routes).flowFiles().stream()
                .filter(file -> idOf(file).filter(flow::equals).isPresent())
                .findFirst();
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
