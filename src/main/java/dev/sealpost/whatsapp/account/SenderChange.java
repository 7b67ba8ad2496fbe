package dev.sealpost.whatsapp.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sealpost.message.Reason;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What became of a change.
 *
 * @param outcome {@code registered}, {@code replaced}, {@code removed}; {@code refused} by Meta, {@code unreachable}: nothing is changed
 *     here, and at a registration nobody knows there
 * @param reason why not, or null
 */
@Schema(name = "SenderChange")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SenderChange(String sender, String outcome, String reason) {

    static SenderChange done(String sender, String outcome) {
        return new SenderChange(sender, outcome, null);
    }

    static SenderChange refused(String sender, Reason why) {
        return new SenderChange(sender, "refused", why.toString());
    }

    static SenderChange unreachable(String sender, Reason why) {
        return new SenderChange(sender, "unreachable", why.toString());
    }
}
