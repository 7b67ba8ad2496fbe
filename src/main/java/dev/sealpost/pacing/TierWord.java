package dev.sealpost.pacing;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How Meta writes a limit of people in its webhooks: {@code TIER_250}, {@code TIER_2K}, {@code TIER_UNLIMITED}, or plain digits
 * ({@code phone_number_quality_update}, {@code business_capability_update}).
 */
final class TierWord {

    private static final Pattern WORD = Pattern.compile("(?:TIER_)?(\\d{1,7})(K?)");
    private static final int THOUSAND = 1000;

    private TierWord() {}

    /** @return empty for a word that is not known ({@code TIER_NOT_SET} too) */
    static OptionalInt people(String word) {
        if ("TIER_UNLIMITED".equals(word) || "-1".equals(word)) {
            return OptionalInt.of(PacedSender.UNLIMITED);
        }
        Matcher matcher = WORD.matcher(word == null ? "" : word);
        if (!matcher.matches()) {
            return OptionalInt.empty();
        }
        int number = Integer.parseInt(matcher.group(1));
        return OptionalInt.of(matcher.group(2).isEmpty() ? number : number * THOUSAND);
    }
}
