package dev.sealpost.cli.rest;

import java.io.PrintWriter;
import java.util.List;

/** Rows one below the other, each cell beside its heading, empty ones left out. Folds at spaces only: what has none may be wider. */
final class RowBlocks {
    private final List<String> headings;
    private final int indent;

    RowBlocks(List<String> headings) {
        this.headings = headings;
        this.indent = headings.stream().mapToInt(String::length).max().orElse(0) + 2;
    }

    void print(List<List<String>> rows, PrintWriter out) {
        for (int row = 0; row < rows.size(); row++) {
            if (row > 0) {
                out.println();
            }
            block(rows.get(row), out);
        }
    }

    private void block(List<String> row, PrintWriter out) {
        for (int column = 0; column < row.size(); column++) {
            if (!row.get(column).equals(Table.NOTHING)) {
                cell(headings.get(column), row.get(column), out);
            }
        }
    }

    private void cell(String heading, String cell, PrintWriter out) {
        StringBuilder line = new StringBuilder(heading).append(" ".repeat(indent - heading.length() - 1));
        int empty = line.length();
        for (String word : cell.split(" ")) {
            if (line.length() > empty && line.length() + 1 + word.length() > Table.WIDTH) {
                out.println(line);
                line = new StringBuilder(" ".repeat(indent - 1));
            }
            line.append(' ').append(word);
        }
        out.println(line);
    }
}
