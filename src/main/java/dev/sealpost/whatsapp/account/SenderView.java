package dev.sealpost.whatsapp.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sealpost.message.Reason;
import dev.sealpost.whatsapp.Sender;
import dev.sealpost.whatsapp.SenderStanding;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A sender as REST shows it; what is not known is left out.
 *
 * @param state {@code ready}, {@code warned}, {@code awaited} (for Meta's answer), {@code stopped}
 * @param number as Meta describes it
 * @param token {@code valid}, {@code never-expires}, or why it is no good or nothing is known
 * @param tokenSealed whether it was given by {@code senders token}
 */
@Schema(name = "Sender")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SenderView(
        String name,
        String phoneNumberId,
        String state,
        List<String> reasons,
        NumberReading number,
        String storage,
        String requiredRegion,
        String token,
        Instant tokenExpires,
        boolean tokenSealed) {

    /** {@code POST /api/senders/check}. */
    @Schema(name = "Senders")
    record All(List<SenderView> senders) {}

    static SenderView of(Sender sender, AccountReading reading, SenderStanding standing, boolean sealed) {
        return new SenderView(
                sender.name(),
                sender.phoneNumberId(),
                standing.state().name().toLowerCase(Locale.ROOT),
                standing.reasons().stream().map(Reason::toString).toList(),
                reading.number(),
                storage(reading.storage()),
                sender.storageRegion(),
                token(reading.token()),
                standing.tokenExpires(),
                sealed);
    }

    private static String storage(StorageReading storage) {
        if (storage instanceof StorageReading.Read read) {
            return read.region() == null ? "default" : read.region();
        }
        return "unknown: "
                + (storage instanceof StorageReading.NoAnswer none
                        ? none.word()
                        : ((StorageReading.Unreadable) storage).word());
    }

    private static String token(TokenReading token) {
        if (token instanceof TokenReading.Valid valid) {
            return valid.expires() == null ? "valid, never expires" : "valid";
        }
        if (token instanceof TokenReading.Unfit unfit) {
            return unfit.word();
        }
        return "unknown: "
                + (token instanceof TokenReading.NoAnswer none
                        ? none.word()
                        : ((TokenReading.Unreadable) token).word());
    }
}
