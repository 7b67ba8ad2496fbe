package dev.sealpost.cli.rest;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows under headings, each column as wide as its widest cell. What does not fit into {@value #WIDTH} columns is printed row by row, each
 * cell on a line of its own.
 */
public final class Table {
    static final int WIDTH = 80;
    static final String NOTHING = "-";
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... headings) {
        rows.add(List.of(headings));
    }

    /** @param cells as many as there are headings; null is shown as a dash */
    public Table row(String... cells) {
        List<String> row = new ArrayList<>();
        for (String cell : cells) {
            row.add(cell == null || cell.isEmpty() ? NOTHING : Terminal.line(cell));
        }
        rows.add(row);
        return this;
    }

    public void print(PrintWriter out) {
        int[] widths = IntStream.range(0, rows.get(0).size()).map(this::width).toArray();
        if (IntStream.of(widths).sum() + GAP.length() * (widths.length - 1) <= WIDTH) {
            rows.forEach(row -> out.println(line(row, widths)));
        } else {
            new RowBlocks(rows.get(0)).print(rows.subList(1, rows.size()), out);
        }
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = row.get(column);
            line.append(cell).append(" ".repeat(widths[column] - cell.length())).append(GAP);
        }
        return line.toString().stripTrailing();
    }
}
