package dev.sealpost.lint;

/**
 * A name with a value: an attribute of a step or a parameter of a kamelet.
 *
 * @param value null if it is not a single value
 */
record Setting(String name, Place at, String value, Place valueAt) {

    String text() {
        return value == null ? "" : value.strip();
    }
}
