package dev.sealpost.cli.consents;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/** What parts the cells: what was said, else what a spreadsheet's {@code sep=;} line says, else what the first row has most of. */
record Delimiter(char character) {
    private static final List<Character> USUAL = List.of(',', ';', '\t');
    private static final int FARTHEST = 8_192;
    private static final String HINT = "sep=";

    /** Leaves the reader at the first row. */
    static Delimiter of(BufferedReader text, Character given) throws IOException {
        String first = peek(text);
        if (first.regionMatches(true, 0, HINT, 0, HINT.length()) && first.length() == HINT.length() + 1) {
            text.readLine();
            return new Delimiter(given == null ? first.charAt(HINT.length()) : given);
        }
        return new Delimiter(given == null ? mostFrequent(first) : given);
    }

    CSVFormat format() {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(character)
                .setIgnoreEmptyLines(false)
                .get();
    }

    private static String peek(BufferedReader text) throws IOException {
        text.mark(FARTHEST);
        char[] start = new char[FARTHEST];
        int length = Math.max(0, text.read(start, 0, FARTHEST));
        text.reset();
        return new String(start, 0, length).lines().findFirst().orElse("");
    }

    private static char mostFrequent(String line) {
        return USUAL.stream()
                .max(Comparator.comparingLong(candidate ->
                        line.chars().filter(character -> character == candidate).count()))
                .filter(candidate -> line.indexOf(candidate) >= 0)
                .orElse(',');
    }
}
