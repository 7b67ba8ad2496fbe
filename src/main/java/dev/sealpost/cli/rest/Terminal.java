package dev.sealpost.cli.rest;

import java.util.stream.Collectors;

/** Text from elsewhere on its way to a terminal. */
public final class Terminal {

    private Terminal() {}

    /** On one line, with nothing in it that steers a terminal. */
    public static String line(String text) {
        return text.codePoints()
                .map(point ->
                        Character.isISOControl(point) || Character.getType(point) == Character.FORMAT ? '?' : point)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** Whether a person is looking. */
    public static boolean isAttended() {
        return System.console() != null;
    }
}
