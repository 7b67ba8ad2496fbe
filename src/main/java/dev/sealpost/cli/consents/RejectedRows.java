package dev.sealpost.cli.consents;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The report of the rows that were not recorded, in a file beside the one that was read: row, line, column and reason, and nothing of
 * what is in the cells. There is no such file if there are no such rows; that of an earlier run is removed.
 */
final class RejectedRows implements Closeable {
    private final Path file;
    private CSVPrinter printer;
    private long rows;

    private RejectedRows(Path file) {
        this.file = file;
    }

    static RejectedRows beside(Path imported) throws IOException {
        Path file = imported.resolveSibling(imported.getFileName() + ".rejected.csv");
        Files.deleteIfExists(file);
        return new RejectedRows(file);
    }

    void add(CsvRow row, List<RowFault> faults) {
        rows++;
        try {
            for (RowFault fault : faults) {
                printer().printRecord(row.number(), row.line(), fault.column(), fault.reason());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The report %s cannot be written".formatted(file), e);
        }
    }

    long rows() {
        return rows;
    }

    Optional<Path> report() {
        return rows == 0 ? Optional.empty() : Optional.of(file);
    }

    /** For its owner alone: which rows a system gets wrong may say something about people. */
    private CSVPrinter printer() throws IOException {
        if (printer == null) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            printer = new CSVPrinter(
                    Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.WRITE), CSVFormat.RFC4180);
            printer.printRecord("row", "line", "column", "reason");
        }
        return printer;
    }

    @Override
    public void close() throws IOException {
        if (printer != null) {
            printer.close();
        }
    }
}
