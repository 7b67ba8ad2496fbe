package dev.sealpost.sandbox.whatsapp.graph;

import dev.sealpost.sandbox.whatsapp.account.NumberState;
import dev.sealpost.sandbox.whatsapp.account.NumberStates;
import dev.sealpost.sandbox.whatsapp.account.Sender;
import dev.sealpost.sandbox.whatsapp.wire.ErrorTable;
import dev.sealpost.sandbox.whatsapp.wire.LenientObject;
import dev.sealpost.sandbox.whatsapp.wire.Outcome;
import java.io.IOException;

/**
 * {@code POST /{phone-number-id}/register} and {@code deregister}. The first registration sets the PIN of the two-step
 * verification, the others must repeat it.
 */
public final class Registration {
    private static final String PIN = "\\d{6}";

    private final NumberStates states;
    private final ErrorTable errors;

    public Registration(NumberStates states, ErrorTable errors) {
        this.states = states;
        this.errors = errors;
    }

    public Outcome register(Sender sender, GraphRequest request) throws IOException {
        LenientObject fields = request.lenient();
        String pin = fields.text("pin").orElse("");
        if (!fields.text("messaging_product").orElse("").equalsIgnoreCase("whatsapp")) {
            return Endpoint.refused(errors.invalid("Param messaging_product must be one of {WHATSAPP}"));
        }
        if (!pin.matches(PIN)) {
            return Endpoint.refused(errors.invalid("Param pin must be 6 digits long."));
        }
        if (states.of(sender).pin().filter(known -> !known.equals(pin)).isPresent()) {
            return Endpoint.refused(errors.get(133005));
        }
        states.change(sender, state -> state.registeredWith(pin));
        return Success.OUTCOME;
    }

    public Outcome deregister(Sender sender, GraphRequest request) throws IOException {
        states.change(sender, NumberState::deregistered);
        return Success.OUTCOME;
    }

    /** {@code POST /{phone-number-id} {"pin":…}}: sets the PIN anew. */
    public Outcome changePin(Sender sender, GraphRequest request) throws IOException {
        String pin = request.lenient().text("pin").orElse("");
        if (!pin.matches(PIN)) {
            return Endpoint.refused(errors.invalid("Param pin must be 6 digits long."));
        }
        states.change(
                sender,
                state -> state.registered()
                        ? state.registeredWith(pin)
                        : state.registeredWith(pin).deregistered());
        return Success.OUTCOME;
    }
}
