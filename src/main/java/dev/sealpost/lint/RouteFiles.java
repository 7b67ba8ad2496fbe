package dev.sealpost.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which files are checked, and beside which others.
 *
 * @param flows the directory of the flows
 * @param checked the flow files to report on; null for all of the directory
 * @param root the directory of policies and kamelets
 * @param whole whether policies and kamelets are reported on too
 */
record RouteFiles(Path flows, Path checked, Path root, boolean whole) {

    static final String FLOWS = "flows";
    static final String POLICIES = "policies";
    static final String KAMELETS = "kamelets";

    /** The routes directory of a hub. */
    static RouteFiles ofHub(Path routes) {
        return new RouteFiles(routes.resolve(FLOWS), null, routes, true);
    }

    /**
     * @param given a routes directory, a directory of flows, or one flow
     * @param fallback the routes directory whose policies and kamelets are meant where the given one has none
     */
    static RouteFiles of(Path given, Path fallback) {
        if (Files.isDirectory(given.resolve(FLOWS))) {
            boolean complete = Files.isDirectory(given.resolve(KAMELETS));
            return new RouteFiles(given.resolve(FLOWS), null, complete ? given : fallback, complete);
        }
        Path flows = Files.isDirectory(given) ? given : given.resolveSibling("");
        Path beside = flows.toAbsolutePath().normalize().getParent();
        boolean complete = beside != null && Files.isDirectory(beside.resolve(KAMELETS));
        return new RouteFiles(flows, Files.isDirectory(given) ? null : given, complete ? beside : fallback, false);
    }

    List<Path> flowFiles() {
        return in(flows);
    }

    boolean isChecked(Path flow) {
        return checked == null || same(checked, flow);
    }

    List<Path> policyFiles() {
        return in(root.resolve(POLICIES));
    }

    List<Path> kameletFiles() {
        return in(root.resolve(KAMELETS));
    }

    private static boolean same(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    /** What is hidden is an editor's or version control's, and no flow. */
    private static List<Path> in(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
