package dev.sealpost.subject;

import java.util.Map;
import java.util.function.Supplier;

/** What reading a phone number costs. */
public final class NumberCosts {

    private NumberCosts() {}

    public static Map<String, Supplier<?>> all() {
        var numbers = new DiallableNumbers(new SubjectSettings(null));
        return Map.of("read a phone number", () -> numbers.parse("+351 912 345 678"));
    }
}
