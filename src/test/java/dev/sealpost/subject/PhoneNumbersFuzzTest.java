package dev.sealpost.subject;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Optional;

/** Any text gives a number or nothing; a number that was read is read again as itself. */
class PhoneNumbersFuzzTest {

    private final PhoneNumbers international = new DiallableNumbers(new SubjectSettings(null));
    private final PhoneNumbers portuguese = new DiallableNumbers(new SubjectSettings("PT"));

    @FuzzTest(maxDuration = "1m")
    void anyText(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        check(international, text);
        check(portuguese, text);
    }

    @FuzzTest(maxDuration = "1m")
    void anythingThatLooksLikeANumber(FuzzedDataProvider data) {
        var text = new StringBuilder();
        while (data.remainingBytes() > 0) {
            text.append("+0123456789 -().".charAt(data.consumeInt(0, 15)));
        }
        check(international, text.toString());
        check(portuguese, text.toString());
    }

    private static void check(PhoneNumbers numbers, String text) {
        Optional<PhoneNumber> number = numbers.parse(text);
        if (number.isPresent() && !number.equals(numbers.parse(number.get().e164()))) {
            throw new AssertionError("A number that was read is not read again as itself");
        }
    }
}
