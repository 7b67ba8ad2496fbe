package dev.sealpost.delivery;

import dev.sealpost.consent.Purposes;
import dev.sealpost.consent.TemplateCategory;
import dev.sealpost.message.Reason;
import dev.sealpost.pacing.MarketingPace;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which messages are marketing, by their purpose, and which of those are never sent. */
@Component
class Marketing {

    private final Purposes purposes;
    private final MarketingPace pace;

    Marketing(Purposes purposes, MarketingPace pace) {
        this.purposes = purposes;
        this.pace = pace;
    }

    boolean includes(Candidate candidate) {
        return purposes.find(candidate.message().purpose())
                .filter(purpose -> purpose.category() == TemplateCategory.MARKETING)
                .isPresent();
    }

    /** Meta blocks it where the person is. */
    Optional<Reason> objection(Candidate candidate) {
        return includes(candidate) ? pace.objection(candidate.country()) : Optional.empty();
    }
}
