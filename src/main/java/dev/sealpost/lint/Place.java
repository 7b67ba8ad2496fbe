package dev.sealpost.lint;

import java.util.Comparator;

/**
 * Where something stands.
 *
 * @param file as it is shown; for a route of the Java DSL its class or source file
 * @param line from 1; 0 if unknown
 * @param column from 1; 0 if unknown
 */
record Place(String file, int line, int column) implements Comparable<Place> {

    private static final Comparator<Place> IN_READING_ORDER =
            Comparator.comparing(Place::file).thenComparingInt(Place::line).thenComparingInt(Place::column);

    static Place of(String file) {
        return new Place(file, 0, 0);
    }

    /** Further right on the same line. */
    Place right(int characters) {
        return column == 0 ? this : new Place(file, line, column + characters);
    }

    @Override
    public int compareTo(Place other) {
        return IN_READING_ORDER.compare(this, other);
    }
}
