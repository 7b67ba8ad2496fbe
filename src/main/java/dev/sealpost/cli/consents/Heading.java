package dev.sealpost.cli.consents;

import dev.sealpost.cli.rest.Terminal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The first row: which column is where. */
record Heading(Map<ImportColumn, Integer> places, int width) {

    /** @throws CsvTooBroken naming the columns that are unknown, missing or there twice, and those that are allowed */
    static Heading of(List<String> cells) {
        Map<ImportColumn, Integer> places = new HashMap<>();
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            Optional<ImportColumn> column = ImportColumn.of(cells.get(i));
            if (column.isEmpty()) {
                faults.add("column %d, '%s', is not known".formatted(i + 1, shown(cells.get(i))));
            } else if (places.put(column.get(), i) != null) {
                faults.add("column %d is %s again".formatted(i + 1, column.get().heading()));
            }
        }
        ImportColumn.REQUIRED.stream()
                .filter(column -> !places.containsKey(column))
                .forEach(column -> faults.add("the column %s is missing".formatted(column.heading())));
        if (!faults.isEmpty()) {
            throw new CsvTooBroken("the first row names the columns, and %s; allowed: %s"
                    .formatted(String.join("; ", faults), allowed()));
        }
        return new Heading(Map.copyOf(places), cells.size());
    }

    /** A first row without headings holds data, and data is not shown. */
    private static String shown(String cell) {
        String line = Terminal.line(cell);
        boolean isName = line.matches("[\\p{L} _.-]{0,40}");
        return isName ? line : "…";
    }

    private static String allowed() {
        return Arrays.stream(ImportColumn.values()).map(ImportColumn::heading).collect(Collectors.joining(", "));
    }
}
