package dev.sealpost.minimisation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.consent.ConsentedMessage;
import dev.sealpost.consent.DataClass;
import dev.sealpost.consent.Purpose;
import dev.sealpost.message.Reason;
import dev.sealpost.minimisation.MinimisationDecision.Minimised;
import dev.sealpost.minimisation.MinimisationDecision.Refused;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes over what the profile lists and nothing else; one required field that is not as it should be refuses the message. */
@Component
class AllowListMinimiser implements Minimiser {

    private final Profiles profiles;
    private final Pseudonyms pseudonyms;
    private final DroppedFields droppedFields;

    AllowListMinimiser(Profiles profiles, Pseudonyms pseudonyms, DroppedFields droppedFields) {
        this.profiles = profiles;
        this.pseudonyms = pseudonyms;
        this.droppedFields = droppedFields;
    }

    @Override
    public MinimisationDecision minimise(ConsentedMessage message, String profile) {
        Optional<Profile> found =
                profiles.find(profile == null ? message.received().event() : profile);
        if (found.isEmpty()) {
            return new Refused(Reason.of("unknown-profile", "minimisation.yml has no such profile"));
        }
        return guard(message.purpose(), found.get())
                .<MinimisationDecision>map(Refused::new)
                .orElseGet(() -> minimise(message, found.get()));
    }

    /** Health data and the like (HIPAA, GDPR article 9) does not leave at all: such a message only says that there is news. */
    private static Optional<Reason> guard(Purpose purpose, Profile profile) {
        if (purpose.dataClass() == DataClass.ORDINARY || profile.fields().isEmpty()) {
            return Optional.empty();
        }
        String dataClass = purpose.dataClass().name().toLowerCase(Locale.ROOT);
        return Optional.of(Reason.of(
                "not-minimisable",
                "purpose " + purpose.id() + " is of class " + dataClass + ", so no field may leave; profile "
                        + profile.name() + " lists some"));
    }

    private MinimisationDecision minimise(ConsentedMessage message, Profile profile) {
        JsonNode event = message.received().content();
        Map<String, String> leaving = new LinkedHashMap<>();
        for (FieldRule rule : profile.fields()) {
            FieldReading reading = FieldReading.of(rule, event, pseudonyms.of(profile, rule));
            if (reading instanceof FieldReading.Refused refused) {
                return new Refused(Reason.of("not-minimisable", refused.problem()));
            }
            if (reading instanceof FieldReading.Leaves leaves) {
                leaving.put(rule.name(), leaves.text());
            }
        }
        int dropped = droppedFields.count(profile, event);
        return new Minimised(new MinimisedMessage(message, profile.name(), leaving, dropped));
    }
}
