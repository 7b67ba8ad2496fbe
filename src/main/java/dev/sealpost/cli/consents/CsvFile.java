package dev.sealpost.cli.consents;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a CSV file (RFC 4180) row by row, however large it is. A row with a fault is told as such and the next one is read; only a
 * quote that is never closed ends the file.
 */
final class CsvFile implements Closeable {
    private final RowLimit limit;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final Heading heading;
    private long rows;

    /** @throws CsvTooBroken if the heading is not one */
    CsvFile(InputStream file, Charset encoding, Character delimiter) throws IOException {
        BufferedReader text = CsvText.open(file, encoding);
        Delimiter chosen = Delimiter.of(text, delimiter);
        limit = new RowLimit(text);
        parser = CSVParser.parse(limit, chosen.format());
        records = parser.iterator();
        heading = heading();
    }

    private Heading heading() {
        try {
            if (!records.hasNext()) {
                throw new CsvTooBroken("it is empty; the first row names the columns");
            }
            return Heading.of(records.next().toList());
        } catch (UncheckedIOException notCsv) {
            throw new CsvTooBroken("the first row is not CSV: a quote is in the wrong place");
        }
    }

    /** @return null at the end */
    CsvRow next() {
        limit.nextRow();
        long begin = parser.getCurrentLineNumber() + 1;
        try {
            while (records.hasNext()) {
                CSVRecord found = records.next();
                if (!isBlank(found)) {
                    return row(found);
                }
            }
            return null;
        } catch (UncheckedIOException misquoted) {
            return misquoted();
        } catch (CsvTooBroken endless) {
            throw new CsvTooBroken("row %d, from line %d, cannot be read: %s Nothing after it was read."
                    .formatted(rows + 1, begin, endless.getMessage()));
        }
    }

    /** The parser stands behind the wrong quote: what is left of the row is taken off. */
    private CsvRow misquoted() {
        long line = parser.getCurrentLineNumber();
        try {
            if (records.hasNext()) {
                records.next();
            }
        } catch (UncheckedIOException again) {
            return new CsvRow(++rows, line, null, new RowFault("", "malformed: a quote is in the wrong place"));
        }
        return new CsvRow(++rows, line, null, new RowFault("", "malformed: a quote is in the wrong place"));
    }

    private CsvRow row(CSVRecord found) {
        long line = parser.getCurrentLineNumber();
        if (found.size() != heading.width()) {
            String fault = "malformed: %d cells; the first row has %d".formatted(found.size(), heading.width());
            return new CsvRow(++rows, line, null, new RowFault("", fault));
        }
        Map<ImportColumn, String> cells = new EnumMap<>(ImportColumn.class);
        heading.places()
                .forEach((column, place) -> cells.put(column, found.get(place).strip()));
        return cells.entrySet().stream()
                .filter(cell -> cell.getValue().indexOf(CsvText.UNREADABLE) >= 0)
                .findFirst()
                .map(cell -> new CsvRow(++rows, line, null, unreadable(cell.getKey())))
                .orElseGet(() -> new CsvRow(++rows, line, cells, null));
    }

    private static RowFault unreadable(ImportColumn column) {
        return new RowFault(column.heading(), "encoding: not in the file's encoding; say which it is with --encoding");
    }

    private static boolean isBlank(CSVRecord found) {
        List<String> cells = found.toList();
        return cells.size() == 1 && cells.get(0).isBlank();
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
