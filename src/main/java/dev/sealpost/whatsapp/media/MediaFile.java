package dev.sealpost.whatsapp.media;

import dev.sealpost.configuration.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file of the business that messages show, in the directory {@code media} beside the configuration. It is the same for everybody,
 * so that it holds no personal data.
 *
 * @param type its media type, {@code image/png}
 * @param sha256 of its content when the configuration was read, in hexadecimal digits
 */
public record MediaFile(Path path, String type, String sha256) {

    private static final Path DIRECTORY = Path.of("media");

    /** What is wrong with it is said through the node, and that it is missing was said before. */
    public static Optional<MediaFile> read(YamlNode node, MediaKind kind) {
        if (node.text().isEmpty()) {
            return Optional.empty();
        }
        Optional<String> type = kind.typeOf(node.text());
        if (!isInDirectory(node.text()) || type.isEmpty()) {
            node.fault("is not the name of a file for this", allowed(kind), "put the file into media/ beside this one");
            return Optional.empty();
        }
        Path path = node.file();
        return hash(node, path, kind).map(sha256 -> new MediaFile(path, type.get(), sha256));
    }

    private static Optional<String> hash(YamlNode node, Path path, MediaKind kind) {
        try {
            if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                node.fault("is not there", List.of(), "looked for it at " + path.toAbsolutePath());
            } else if (Files.size(path) == 0 || Files.size(path) > kind.mostBytes()) {
                node.fault(
                        "has " + Files.size(path) + " bytes", List.of("1 to " + kind.mostBytes()), "WhatsApp's limit");
            } else {
                return Optional.of(ContentHash.of(path));
            }
        } catch (IOException unreadable) {
            node.fault("cannot be read");
        }
        return Optional.empty();
    }

    private static boolean isInDirectory(String name) {
        try {
            Path path = Path.of(name).normalize();
            return path.startsWith(DIRECTORY) && path.getNameCount() > 1;
        } catch (InvalidPathException notAPath) {
            return false;
        }
    }

    private static List<String> allowed(MediaKind kind) {
        return kind.types().keySet().stream()
                .sorted()
                .map(ending -> DIRECTORY + "/NAME." + ending)
                .toList();
    }
}
