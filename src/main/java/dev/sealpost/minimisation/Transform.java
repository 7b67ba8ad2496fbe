package dev.sealpost.minimisation;

import java.util.function.UnaryOperator;

/** What happens to a field's text on its way out. It gets clean text that is not empty. */
sealed interface Transform {

    /** @param pseudonyms gives the pseudonym of a value of this field */
    String apply(String text, UnaryOperator<String> pseudonyms);

    record Keep() implements Transform {
        @Override
        public String apply(String text, UnaryOperator<String> pseudonyms) {
            return text;
        }
    }

    /** {@code Ana} of {@code Ana Souza}. */
    record FirstWord() implements Transform {
        @Override
        public String apply(String text, UnaryOperator<String> pseudonyms) {
            int space = text.indexOf(' ');
            return space < 0 ? text : text.substring(0, space);
        }
    }

    /** The last four characters, and none of a text shorter than eight; the number of stars does not tell the length. */
    record Mask() implements Transform {
        private static final int SHOWN = 4;

        @Override
        public String apply(String text, UnaryOperator<String> pseudonyms) {
            boolean isLongEnough = CleanText.length(text) >= 2 * SHOWN;
            return "****" + (isLongEnough ? text.substring(text.offsetByCodePoints(text.length(), -SHOWN)) : "");
        }
    }

    /** The first code points; also of a postcode, which that generalises to an area. */
    record Truncate(int length) implements Transform {
        @Override
        public String apply(String text, UnaryOperator<String> pseudonyms) {
            return CleanText.first(length, text);
        }
    }

    /** The same value gives the same pseudonym in the same field of the same profile, and unrelated ones elsewhere. */
    record Pseudonymise() implements Transform {
        @Override
        public String apply(String text, UnaryOperator<String> pseudonyms) {
            return pseudonyms.apply(text);
        }
    }

    /** {@code 2026-12} of an ISO date. */
    record Month() implements Transform {
        @Override
        public String apply(String text, UnaryOperator<String> pseudonyms) {
            return text.substring(0, "2026-12".length());
        }
    }

    /** {@code 2026} of an ISO date. */
    record Year() implements Transform {
        @Override
        public String apply(String text, UnaryOperator<String> pseudonyms) {
            return text.substring(0, "2026".length());
        }
    }
}
