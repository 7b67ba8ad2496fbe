package dev.sealpost.sandbox.whatsapp.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.account.NumberStates;
import dev.sealpost.sandbox.whatsapp.account.Sender;
import dev.sealpost.sandbox.whatsapp.wire.ErrorTable;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import dev.sealpost.sandbox.whatsapp.wire.LenientObject;
import dev.sealpost.sandbox.whatsapp.wire.Outcome;
import dev.sealpost.sandbox.whatsapp.wire.Reply;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/**
 * {@code /{phone-number-id}/settings} as far as local storage goes.
 *
 * <p>Not guaranteed: that the number must be deregistered before it is changed, as with Meta.
 *
 * @see <a href="https://developers.facebook.com/documentation/business-messaging/whatsapp/local-storage">Local storage</a>
 */
public final class NumberSettings {
    private static final String STORAGE = "storage_configuration";
    private static final String ENABLED = "IN_COUNTRY_STORAGE_ENABLED";
    private static final Set<String> STATES = Set.of(ENABLED, "IN_COUNTRY_STORAGE_DISABLED", "DEFAULT");
    private static final Set<String> REGIONS =
            Set.of("AE", "AU", "BH", "BR", "CA", "CH", "DE", "GB", "ID", "IN", "JP", "KR", "SG", "ZA");

    private final NumberStates states;
    private final ErrorTable errors;

    public NumberSettings(NumberStates states, ErrorTable errors) {
        this.states = states;
        this.errors = errors;
    }

    public Outcome get(Sender sender, GraphRequest request) {
        ObjectNode answer = Json.object();
        answer.set(STORAGE, states.of(sender).storage());
        return Outcome.now(Reply.Answer.json(200, answer));
    }

    public Outcome post(Sender sender, GraphRequest request) throws IOException {
        LenientObject wanted = request.lenient().object(STORAGE);
        String status = wanted.text("status").orElse("").toUpperCase(Locale.ROOT);
        String region = wanted.text("data_localization_region").orElse("").toUpperCase(Locale.ROOT);
        if (!STATES.contains(status)) {
            return Endpoint.refused(errors.invalid("Param storage_configuration['status'] must be one of {DEFAULT,"
                    + " IN_COUNTRY_STORAGE_ENABLED, IN_COUNTRY_STORAGE_DISABLED}"));
        }
        if (status.equals(ENABLED) && !REGIONS.contains(region)) {
            return Endpoint.refused(errors.invalid(
                    "Param storage_configuration['data_localization_region'] must be a supported country code"));
        }
        ObjectNode storage = Json.object().put("status", status.equals(ENABLED) ? ENABLED : "DEFAULT");
        if (status.equals(ENABLED)) {
            storage.put("data_localization_region", region);
        }
        states.change(sender, state -> state.storedAs(storage));
        return Success.OUTCOME;
    }
}
