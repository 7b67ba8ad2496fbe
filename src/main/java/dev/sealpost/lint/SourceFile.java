package dev.sealpost.lint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a YAML file of the routes directory, if it is the plain file that Camel would read too. */
final class SourceFile {

    private static final int LARGEST = 100 * 1024;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path path;
    private final String ending;
    private final Findings findings;

    /** @param ending what its name has to end with */
    SourceFile(Path path, String ending, Findings findings) {
        this.path = path;
        this.ending = ending;
        this.findings = findings;
    }

    static String name(Path path) {
        return path.toString().replace('\\', '/');
    }

    Optional<Item> read() {
        Place at = Place.of(name(path));
        if (!isNamed()) {
            findings.add(Rule.FILE_NAME, at, "this file is not read: its name does not end with " + ending);
            return Optional.empty();
        }
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            findings.add(Rule.FILE_KIND, at, "this is a link or no file");
            return Optional.empty();
        }
        return text(at).flatMap(text -> YamlTree.read(at.file(), text, findings));
    }

    private boolean isNamed() {
        String name = path.getFileName().toString();
        return name.endsWith(ending) && name.length() > ending.length();
    }

    private Optional<String> text(Place at) {
        try {
            if (Files.size(path) > LARGEST) {
                findings.add(Rule.FILE_KIND, at, "this file is larger than " + LARGEST / 1024 + " KB");
                return Optional.empty();
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                    .toString();
            return withoutMark(text, at);
        } catch (CharacterCodingException notUtf8) {
            findings.add(Rule.ENCODING, at, "this file is not UTF-8 text");
        } catch (IOException unreadable) {
            findings.add(Rule.FILE_KIND, at, "this file cannot be read");
        }
        return Optional.empty();
    }

    private Optional<String> withoutMark(String text, Place at) {
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            findings.add(Rule.ENCODING, new Place(at.file(), 1, 1), "this file begins with a byte order mark");
            return Optional.empty();
        }
        return Optional.of(text);
    }
}
