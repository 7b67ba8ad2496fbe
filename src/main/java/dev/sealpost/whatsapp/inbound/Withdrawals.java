package dev.sealpost.whatsapp.inbound;

import dev.sealpost.audit.AuditLog;
import dev.sealpost.audit.AuditRecord;
import dev.sealpost.consent.ConsentSnapshot;
import dev.sealpost.consent.Stop;
import dev.sealpost.consent.Stops;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.subject.Handles;
import dev.sealpost.subject.Identities;
import dev.sealpost.subject.Recognised;
import dev.sealpost.whatsapp.Keyword;
import dev.sealpost.whatsapp.notice.MarketingPreference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells consent what people do not want any more. */
@Component
class Withdrawals {

    private static final String SOURCE = "whatsapp";

    /** Meta's times are whole seconds: what was agreed to within the same second was agreed to before the stop. */
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Stops stops;
    private final Identities identities;
    private final AuditLog audit;

    Withdrawals(Stops stops, Identities identities, AuditLog audit) {
        this.stops = stops;
        this.identities = identities;
        this.audit = audit;
    }

    /** Whoever wrote a stop keyword has withdrawn everything. */
    void of(List<Arrived> arrived) {
        stops.record(
                arrived.stream()
                        .filter(one -> one.keyword() == Keyword.STOP)
                        .flatMap(one -> one.from().all().stream()
                                .map(subject -> stop(
                                        subject,
                                        ConsentSnapshot.EVERY_PURPOSE,
                                        one.message().at(),
                                        one.wamid())))
                        .toList(),
                Aliases.ACTOR);
    }

    /** Who stopped marketing in WhatsApp has withdrawn marketing; who wants it again is noted, and has agreed to nothing by that. */
    void ofMarketing(List<MarketingPreference> preferences) {
        if (preferences.isEmpty()) {
            return;
        }
        Map<Handles, Recognised> people = identities.recognise(
                preferences.stream().map(MarketingPreference::person).collect(Collectors.toSet()), Aliases.ACTOR);
        Collection<String> purposes = stops.marketingPurposes();
        List<Stop> said = new ArrayList<>();
        List<AuditRecord> entries = new ArrayList<>();
        for (MarketingPreference preference : preferences) {
            Recognised person = people.get(preference.person());
            entries.add(InboundRecords.preference(preference, person.subject()));
            if (preference.choice() == MarketingPreference.Choice.STOP) {
                person.all()
                        .forEach(subject -> purposes.forEach(
                                purpose -> said.add(stop(subject, purpose, preference.at(), "user-preferences"))));
            }
        }
        audit.append(entries);
        stops.record(said, Aliases.ACTOR);
    }

    private static Stop stop(SubjectRef subject, String purpose, Instant at, String proof) {
        return new Stop(subject, purpose, SOURCE, at.plus(SECOND), proof);
    }
}
