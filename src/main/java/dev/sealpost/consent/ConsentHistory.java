package dev.sealpost.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * What is known about one person's consent.
 *
 * @param consents where they stand on each purpose that anything was said about
 * @param history the events, the last first, at most 500
 */
record ConsentHistory(List<ConsentAnswer> consents, List<Item> history) {
    static final ConsentHistory OF_NOBODY = new ConsentHistory(List.of(), List.of());

    /** May hold personal data in its evidence. */
    @Override
    public String toString() {
        return "ConsentHistory[" + history.size() + " events]";
    }

    /**
     * One event.
     *
     * @param evidenceState {@code opened}; {@code none}: there is none; {@code destroyed}: the person's key is; {@code broken}: it
     *     was altered, which is audited
     */
    @Schema(name = "ConsentEvent")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            long event,
            String purpose,
            String status,
            Instant at,
            Instant confirmedAt,
            Instant expiresAt,
            Instant recordedAt,
            String source,
            String notice,
            String actor,
            Evidence evidence,
            String evidenceState) {

        static Item of(ConsentEvent event, Evidence evidence, String evidenceState) {
            ConsentState state = event.state();
            return new Item(
                    state.eventId(),
                    state.purpose(),
                    ConsentAnswer.word(state.status()),
                    state.at(),
                    state.confirmedAt(),
                    state.expiresAt(),
                    event.recordedAt(),
                    event.source(),
                    state.notice(),
                    event.actor(),
                    evidence,
                    evidenceState);
        }
    }
}
