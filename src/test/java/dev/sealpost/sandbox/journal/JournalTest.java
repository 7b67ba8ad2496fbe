package dev.sealpost.sandbox.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    Path directory;

    @Test
    void keepsLinesAcrossRestarts() throws IOException {
        try (Journal journal = open(new ArrayList<>())) {
            assertThat(append(journal, "{\"a\":1}")).isZero();
            assertThat(append(journal, "{}")).isEqualTo(1);
        }
        var replayed = new ArrayList<String>();
        try (Journal journal = open(replayed)) {
            assertThat(replayed).containsExactly("{\"a\":1}", "{}");
            assertThat(append(journal, "{\"b\":2}")).isEqualTo(2);
            assertThat(read(journal, 0)).isEqualTo("{\"a\":1}");
            assertThat(read(journal, 2)).isEqualTo("{\"b\":2}");
        }
    }

    @Test
    void cutsOffALineTornByACrash() throws IOException {
        try (Journal journal = open(new ArrayList<>())) {
            append(journal, "{\"whole\":1}");
        }
        Files.writeString(file(), "{\"torn\":", StandardOpenOption.APPEND);
        try (Journal journal = open(new ArrayList<>())) {
            assertThat(journal.size()).isEqualTo(1);
            append(journal, "{\"next\":1}");
        }
        assertThat(Files.readAllLines(file())).containsExactly("{\"whole\":1}", "{\"next\":1}");
    }

    @Test
    void findsEveryLineOfMany() throws IOException {
        try (Journal journal = open(new ArrayList<>())) {
            for (int i = 0; i < 5_000; i++) {
                append(journal, "{\"i\":" + i + "}");
            }
            assertThat(read(journal, 4_321)).isEqualTo("{\"i\":4321}");
        }
    }

    private Journal open(List<String> replayed) throws IOException {
        return Journal.open(file(), (index, line) -> replayed.add(new String(line, StandardCharsets.UTF_8)));
    }

    private Path file() {
        return directory.resolve("test.jsonl");
    }

    private static int append(Journal journal, String line) throws IOException {
        return journal.append(line.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(Journal journal, int index) throws IOException {
        return new String(journal.read(index), StandardCharsets.UTF_8);
    }
}
