package dev.sealpost.delivery;

import static java.util.stream.Collectors.toMap;

import dev.sealpost.consent.DataClass;
import dev.sealpost.consent.LawfulBasis;
import dev.sealpost.consent.OptIn;
import dev.sealpost.consent.Purpose;
import dev.sealpost.consent.Purposes;
import dev.sealpost.consent.TemplateCategory;
import dev.sealpost.consent.UncertainPolicy;
import java.time.Duration;
import java.util.stream.Stream;

/** One purpose for each policy there is. */
final class TestPurposes {

    static final Purpose RESENT = purpose("resent", Duration.ZERO, UncertainPolicy.RESEND, 5);
    static final Purpose PARKED = purpose("parked", Duration.ZERO, UncertainPolicy.PARK, 5);
    static final Purpose RETAINED = purpose("retained", Duration.ofDays(3), UncertainPolicy.PARK, 5);
    static final Purpose URGENT = purpose("urgent", Duration.ZERO, UncertainPolicy.PARK, 0);

    static final Purpose MARKETING =
            purpose("marketing", Duration.ZERO, UncertainPolicy.PARK, 8, TemplateCategory.MARKETING);

    static final Purposes ALL = new Purposes(
            Stream.of(RESENT, PARKED, RETAINED, URGENT, MARKETING).collect(toMap(Purpose::id, purpose -> purpose)));

    private TestPurposes() {}

    private static Purpose purpose(String id, Duration retention, UncertainPolicy uncertain, int priority) {
        return purpose(id, retention, uncertain, priority, TemplateCategory.UTILITY);
    }

    private static Purpose purpose(
            String id, Duration retention, UncertainPolicy uncertain, int priority, TemplateCategory category) {
        return new Purpose(
                id,
                "for tests",
                LawfulBasis.CONTRACT,
                DataClass.ORDINARY,
                OptIn.NONE,
                category,
                retention,
                Duration.ofHours(24),
                uncertain,
                Duration.ofMinutes(10),
                priority);
    }
}
