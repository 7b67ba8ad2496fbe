package dev.sealpost.consent;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;

/** Text that says something, is Unicode without NUL and lone surrogates, and takes at most so many bytes in UTF-8. Null is valid. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = TextOfAtMost.Check.class)
@interface TextOfAtMost {

    /** Bytes. */
    int value();

    String message() default
            "must be text, not blank, of at most {value} bytes in UTF-8, without NUL and lone surrogates";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check. */
    class Check implements ConstraintValidator<TextOfAtMost, String> {
        private int most;

        @Override
        public void initialize(TextOfAtMost limit) {
            most = limit.value();
        }

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null || !text.isBlank() && text.length() <= most && isWellFormed(text) && fits(text);
        }

        private boolean fits(String text) {
            return text.getBytes(StandardCharsets.UTF_8).length <= most;
        }

        private static boolean isWellFormed(String text) {
            return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
        }
    }
}
