package dev.sealpost.cli.rest;

import java.util.regex.Pattern;

/**
 * The key of a caller, and where it came from. Prints nothing of the key.
 *
 * @param origin for messages
 */
record ApiKey(String text, String origin) {
    /** What may stand in a header; anything else is a wrong file rather than a key. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~+/=-]{1,200}");

    static ApiKey of(String text, String origin) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("There is no API key in %s: one line, or api.key=…".formatted(origin));
        }
        return new ApiKey(text, origin);
    }

    @Override
    public String toString() {
        return "ApiKey[" + origin + "]";
    }
}
