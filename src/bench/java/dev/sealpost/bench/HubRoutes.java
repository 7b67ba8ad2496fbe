package dev.sealpost.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's own kamelets, policies and the flow {@code order-shipped}, reading the run's topic. */
final class HubRoutes {

    private static final Path ROUTES = Path.of("routes");

    private HubRoutes() {}

    static Path write(Path directory, String topic, int consumers) {
        try (Stream<Path> files = Files.walk(ROUTES)) {
            for (Path file : files.filter(HubRoutes::isNeeded).toList()) {
                Path copy = directory.resolve(ROUTES.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, own(Files.readString(file), topic, consumers));
            }
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isNeeded(Path file) {
        return Files.isRegularFile(file)
                && (!file.getParent().endsWith("flows") || file.endsWith("order-shipped.camel.yaml"));
    }

    private static String own(String yaml, String topic, int consumers) {
        String indent = "\n        ";
        return yaml.replace(
                "topic: shop.orders.shipped",
                String.join(indent, List.of("topic: " + topic, "consumers: " + consumers)));
    }
}
