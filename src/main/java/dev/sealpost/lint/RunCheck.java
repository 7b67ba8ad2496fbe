package dev.sealpost.lint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The check of a routes directory, as {@link FlowCheck} does it, before one of its flows is run without a hub. A run trusts the policies
 * and kamelets as much as the flow; other flows take no part in it.
 */
public final class RunCheck {

    private final Path routes;
    private final Path config;

    public RunCheck(Path routes, Path config) {
        this.routes = routes;
        this.config = config;
    }

    /**
     * @param inTheWay what is wrong with the flow's own file, a policy, a kamelet or the configuration: it must not run
     * @param unread what is wrong with files whose flow could not be told; the flow may be one of them
     * @param elsewhere what is wrong with other flows
     */
    public record Result(List<Finding> inTheWay, List<Finding> unread, List<Finding> elsewhere) {}

    /** @throws IllegalArgumentException if this is no routes directory */
    public Result check(String flow) {
        requireRoutes();
        Map<String, Optional<String>> ids = new HashMap<>();
        FlowFiles.ids(routes).forEach((file, id) -> ids.put(SourceFile.name(file), id));
        Result result = new Result(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Finding finding : new FlowCheck(config, routes).check(routes)) {
            Optional<String> id = ids.getOrDefault(finding.file(), Optional.of(flow));
            list(result, id, flow).add(finding);
        }
        return result;
    }

    private static List<Finding> list(Result result, Optional<String> id, String flow) {
        if (id.isEmpty()) {
            return result.unread();
        }
        return id.get().equals(flow) ? result.inTheWay() : result.elsewhere();
    }

    private void requireRoutes() {
        Stream.of(RouteFiles.FLOWS, RouteFiles.POLICIES, RouteFiles.KAMELETS)
                .filter(folder -> !Files.isDirectory(routes.resolve(folder)))
                .findFirst()
                .ifPresent(missing -> {
                    throw new IllegalArgumentException(
                            routes + " is no routes directory: there is no folder " + missing + " in it");
                });
    }
}
