package dev.sealpost.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of {@code src/test/resources/lint}. A line that is wrong ends with {@code # expect: RULE, RULE}; {@code # expect file: RULE}
 * stands for a finding about the file as a whole.
 */
final class Corpus {

    private static final Path ROOT = Path.of("src/test/resources/lint");
    private static final Pattern EXPECTED = Pattern.compile("# expect( file)?: (.+)$");

    private Corpus() {}

    static List<Path> files(String kind) {
        try (Stream<Path> files = Files.list(ROOT.resolve(kind))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code 12 missing-step}, in the order of the file. */
    static List<String> expected(Path file) throws IOException {
        List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                .lines()
                .toList();
        List<String> expected = new ArrayList<>();
        for (int number = 1; number <= lines.size(); number++) {
            Matcher matcher = EXPECTED.matcher(lines.get(number - 1));
            if (matcher.find()) {
                int line = matcher.group(1) == null ? number : 0;
                Stream.of(matcher.group(2).split(", ")).forEach(rule -> expected.add(line + " " + rule));
            }
        }
        return expected;
    }

    /** An installation of the corpus' own: {@code routes} without flows, and {@code config} with what the corpus refers to. */
    static void installIn(Path directory) throws IOException {
        copy(Path.of("config"), directory.resolve("config"));
        copy(ROOT.resolve("config"), directory.resolve("config"));
        copy(Path.of("routes/kamelets"), directory.resolve("routes/kamelets"));
        copy(Path.of("routes/policies"), directory.resolve("routes/policies"));
        Files.createDirectories(directory.resolve("routes/flows"));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.write(to.resolve(file.getFileName()), Files.readAllBytes(file));
            }
        }
    }
}
