package dev.sealpost.cli.consents;

import java.util.Comparator;
import java.util.List;

/**
 * What became of the rows of a chunk.
 *
 * @param refused in the order of the file
 */
record ChunkResult(long recorded, long unchanged, List<Refusal> refused) {

    /** A row that was not recorded, and why. */
    record Refusal(CsvRow row, List<RowFault> faults) {}

    static ChunkResult of(long recorded, long unchanged, List<Refusal> refused) {
        return new ChunkResult(
                recorded,
                unchanged,
                refused.stream()
                        .sorted(Comparator.comparingLong(
                                refusal -> refusal.row().number()))
                        .toList());
    }

    static ChunkResult ofNone(List<Refusal> unreadable) {
        return of(0, 0, unreadable);
    }

    long rows() {
        return recorded + unchanged + refused.size();
    }
}
