package dev.sealpost.sandbox.whatsapp.message;

import dev.sealpost.sandbox.whatsapp.account.Sender;
import dev.sealpost.sandbox.whatsapp.wire.Checked;
import dev.sealpost.sandbox.whatsapp.wire.ErrorTable;
import dev.sealpost.sandbox.whatsapp.wire.LenientObject;
import dev.sealpost.sandbox.whatsapp.wire.PhoneDigits;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whom a message is for: {@code to}, a number, or else {@code recipient}, a business-scoped user id. */
final class RecipientCheck {
    private static final Pattern USER_ID = Pattern.compile("[A-Z]{2}\\.(ENT\\.)?[A-Za-z0-9]{1,128}");

    private final ErrorTable errors;

    RecipientCheck(ErrorTable errors) {
        this.errors = errors;
    }

    Checked<Recipient> check(Sender sender, LenientObject request) {
        if (request.has("to")) {
            return number(
                    sender,
                    request.text("to").orElseGet(() -> request.node().path("to").asText()));
        }
        if (request.has("recipient")) {
            return userId(request.text("recipient").orElse(""));
        }
        return new Checked.Invalid<>(errors.invalid("The parameter to is required."));
    }

    private Checked<Recipient> number(Sender sender, String input) {
        Optional<PhoneDigits> number = PhoneDigits.parse(input);
        if (number.isEmpty()) {
            return new Checked.Invalid<>(errors.because(131009, "Param to is not a phone number of 6 to 15 digits."));
        }
        if (number.get().digits().equals(sender.number())) {
            return new Checked.Invalid<>(errors.get(131021));
        }
        return new Checked.Valid<>(new Recipient(input, number, Optional.empty()));
    }

    private Checked<Recipient> userId(String input) {
        return USER_ID.matcher(input).matches()
                ? new Checked.Valid<>(new Recipient(input, Optional.empty(), Optional.of(input)))
                : new Checked.Invalid<>(
                        errors.because(131009, "Param recipient is not a business-scoped user id, such as US.1349."));
    }
}
