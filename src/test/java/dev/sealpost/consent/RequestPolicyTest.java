package dev.sealpost.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.intake.ReceivedMessage;
import dev.sealpost.intake.ReceivedMessages;
import dev.sealpost.message.FieldPath;
import dev.sealpost.message.SubjectRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of {@code src/docs/crm.md}: who is asked, and asked again, for consent. Times are days ago. */
@DisplayName("Somebody whose opt-in another system reports")
class RequestPolicyTest {

    private static final Instant NOW = Instant.now();
    private static final OptInEvidence WHERE = new OptInEvidence("crm", FieldPath.of("$.at"), FieldPath.of("$.ref"));

    private final RequestPolicy policy = new RequestPolicy(new Purposes(Map.of(
            "offers", purpose("offers", LawfulBasis.CONSENT, OptIn.DOUBLE),
            "reminders", purpose("reminders", LawfulBasis.CONTRACT, OptIn.NONE))));

    @ParameterizedTest(name = "{0}, opted in {3} days ago: {4}")
    @CsvSource({
        "said nothing yet,                      ,              , 1, requested",
        "said nothing yet,                      ,              ,  , requested",
        "was asked before the opt-in,           REQUESTED,    5, 1, unchanged already-requested",
        "was asked since the opt-in,            REQUESTED,    1, 5, unchanged already-requested",
        "agreed and confirmed,                  GRANTED,      5, 1, unchanged already-granted",
        "agreed and confirmed,                  GRANTED,      5,  , unchanged already-granted",
        "agreed and it expired,                 EXPIRED,      5, 1, requested",
        "agreed and it expired,                 EXPIRED,      5, 9, unchanged expired",
        "agreed and it expired,                 EXPIRED,      5,  , unchanged expired",
        "agreed and never confirmed,            UNCONFIRMED,  5, 1, requested",
        "agreed and never confirmed,            UNCONFIRMED,  5, 9, unchanged not-confirmed",
        "said stop before the opt-in,           WITHDRAWN,    5, 1, requested",
        "said stop since the opt-in,            WITHDRAWN,    1, 5, refused withdrawn",
        "said stop at the moment of the opt-in, WITHDRAWN,    5, 5, refused withdrawn",
        "said stop and opted in some day,       WITHDRAWN,    5,  , refused withdrawn",
        "said stop and opts in tomorrow,        WITHDRAWN,    5, -1, refused withdrawn",
        "said stop to all before the opt-in,    STOPPED_ALL,  5, 1, requested",
        "said stop to all since the opt-in,     STOPPED_ALL,  1, 5, refused withdrawn",
        "objected before the opt-in,            OBJECTED,     5, 1, requested",
        "objected since the opt-in,             OBJECTED,     1, 5, refused withdrawn",
    })
    void isAskedOrNot(String who, String said, Integer saidDaysAgo, Integer optInDaysAgo, String outcome) {
        ReceivedMessage message = optIn(optInDaysAgo);
        ConsentSnapshot snapshot = said == null ? new ConsentSnapshot(Map.of()) : said(message, said, saidDaysAgo);

        assertThat(outcomeOf(ConsentRequest.of(message, "offers", WHERE), snapshot))
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"no-such-purpose, unknown-purpose", "reminders, no-opt-in"})
    void isNotAskedForWhatNobodyCanAgreeTo(String purpose, String reason) {
        assertThat(outcomeOf(ConsentRequest.of(optIn(1), purpose, WHERE), new ConsentSnapshot(Map.of())))
                .isEqualTo("refused " + reason);
    }

    private String outcomeOf(ConsentRequest request, ConsentSnapshot snapshot) {
        RequestOutcome outcome = policy.foresee(request, snapshot);
        if (outcome instanceof RequestOutcome.Unchanged unchanged) {
            return "unchanged " + unchanged.reason().word();
        }
        return outcome instanceof RequestOutcome.Refused refused
                ? "refused " + refused.reason().word()
                : "requested";
    }

    private static ReceivedMessage optIn(Integer daysAgo) {
        ObjectNode content = new ObjectMapper().createObjectNode().put("ref", "shop-crm:/contacts/c-1");
        return ReceivedMessages.of(
                "crm-contact",
                daysAgo == null ? content : content.put("at", ago(daysAgo).toString()));
    }

    private static ConsentSnapshot said(ReceivedMessage message, String said, int daysAgo) {
        Instant at = ago(daysAgo);
        String purpose = said.equals("STOPPED_ALL") ? ConsentSnapshot.EVERY_PURPOSE : "offers";
        ConsentState state =
                switch (said) {
                    case "EXPIRED" ->
                        new ConsentState(1, purpose, ConsentStatus.GRANTED, at, at, "offers@1", NOW.minusSeconds(60));
                    case "UNCONFIRMED" ->
                        new ConsentState(1, purpose, ConsentStatus.GRANTED, at, null, "offers@1", null);
                    case "STOPPED_ALL" -> new ConsentState(1, purpose, ConsentStatus.WITHDRAWN, at, null, null, null);
                    default -> new ConsentState(1, purpose, ConsentStatus.valueOf(said), at, at, "offers@1", null);
                };
        Map<SubjectRef, Map<String, ConsentState>> states = Map.of(message.subject(), Map.of(purpose, state));
        return new ConsentSnapshot(states);
    }

    private static Instant ago(int days) {
        return NOW.minus(Duration.ofDays(days));
    }

    private static Purpose purpose(String id, LawfulBasis basis, OptIn optIn) {
        return new Purpose(
                id,
                id,
                basis,
                DataClass.ORDINARY,
                optIn,
                TemplateCategory.MARKETING,
                Duration.ZERO,
                Duration.ofDays(1),
                UncertainPolicy.PARK,
                Duration.ofMinutes(10),
                5);
    }
}
