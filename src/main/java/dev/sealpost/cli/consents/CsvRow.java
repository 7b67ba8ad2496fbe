package dev.sealpost.cli.consents;

import java.util.Map;

/**
 * A row of the file. Prints none of it.
 *
 * @param number from 1, the heading not counted
 * @param line the line of the file that it ends on, from 1
 * @param cells null if it cannot be read, {@code fault} then says why, or once they are not needed any more
 */
record CsvRow(long number, long line, Map<ImportColumn, String> cells, RowFault fault) {

    /** All that a report of it needs. */
    CsvRow withoutCells() {
        return new CsvRow(number, line, null, null);
    }

    @Override
    public String toString() {
        return "CsvRow[" + number + "]";
    }
}
