package dev.sealpost.consent;

import static dev.sealpost.consent.ConsentStatus.GRANTED;
import static dev.sealpost.consent.ConsentStatus.REQUESTED;
import static dev.sealpost.consent.ConsentStatus.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.sealpost.intake.ReceivedMessage;
import dev.sealpost.message.Reason;
import dev.sealpost.message.SubjectRef;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsentGateTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final Instant EARLIER = NOW.minusSeconds(3600);
    private static final SubjectRef ANA = SubjectRef.random();

    private final Purposes purposes = new Purposes(Arrays.stream(LawfulBasis.values())
            .flatMap(basis -> Arrays.stream(OptIn.values()).map(optIn -> purpose(basis, optIn)))
            .collect(Collectors.toMap(Purpose::id, Function.identity())));
    private final ConsentGate gate = new LawfulBasisGate(purposes, Clock.fixed(NOW, ZoneOffset.UTC));

    @ParameterizedTest(name = "{0}, opt-in {1}, {2}, confirmed {3}, {4}: {5}")
    @CsvSource(
            nullValues = "-",
            value = {
                // basis            , opt-in, said     , conf., expires , reason
                "CONSENT            , SINGLE, -        , false, never   , no-consent",
                "CONSENT            , SINGLE, REQUESTED, false, never   , not-confirmed",
                "CONSENT            , SINGLE, GRANTED  , false, never   , -",
                "CONSENT            , SINGLE, GRANTED  , false, later   , -",
                "CONSENT            , SINGLE, GRANTED  , false, now     , expired",
                "CONSENT            , SINGLE, GRANTED  , false, earlier , expired",
                "CONSENT            , SINGLE, OBJECTED , false, never   , withdrawn",
                "CONSENT            , SINGLE, WITHDRAWN, false, never   , withdrawn",
                "CONSENT            , DOUBLE, -        , false, never   , no-consent",
                "CONSENT            , DOUBLE, REQUESTED, false, never   , not-confirmed",
                "CONSENT            , DOUBLE, GRANTED  , false, never   , not-confirmed",
                "CONSENT            , DOUBLE, GRANTED  , true , never   , -",
                "CONSENT            , DOUBLE, GRANTED  , true , earlier , expired",
                "CONSENT            , DOUBLE, WITHDRAWN, true , never   , withdrawn",
                "CONTRACT           , NONE  , -        , false, never   , -",
                "CONTRACT           , NONE  , GRANTED  , false, earlier , -",
                "CONTRACT           , NONE  , WITHDRAWN, false, never   , withdrawn",
                "LEGAL_OBLIGATION   , NONE  , -        , false, never   , -",
                "LEGAL_OBLIGATION   , NONE  , WITHDRAWN, false, never   , withdrawn",
                "VITAL_INTERESTS    , NONE  , -        , false, never   , -",
                "VITAL_INTERESTS    , NONE  , OBJECTED , false, never   , withdrawn",
                "PUBLIC_TASK        , NONE  , -        , false, never   , -",
                "PUBLIC_TASK        , NONE  , OBJECTED , false, never   , objected",
                "LEGITIMATE_INTEREST, NONE  , -        , false, never   , -",
                "LEGITIMATE_INTEREST, NONE  , REQUESTED, false, never   , -",
                "LEGITIMATE_INTEREST, NONE  , OBJECTED , false, never   , objected",
                "LEGITIMATE_INTEREST, NONE  , WITHDRAWN, false, never   , objected",
            })
    void theReasonFollowsFromBasisOptInAndWhatWasSaid(
            LawfulBasis basis, OptIn optIn, ConsentStatus status, boolean confirmed, String expires, String reason) {
        Purpose purpose = purpose(basis, optIn);
        ConsentSnapshot snapshot = status == null
                ? snapshot()
                : snapshot(new ConsentState(
                        1, purpose.id(), status, EARLIER, confirmed ? EARLIER : null, "n@1", expiry(expires)));

        assertThat(gate.objection(ANA, purpose.id(), snapshot).map(Reason::word))
                .isEqualTo(Optional.ofNullable(reason));
        assertThat(gate.require(messageTo(ANA), purpose.id(), snapshot) instanceof ConsentDecision.Allowed)
                .as("at intake as at send")
                .isEqualTo(reason == null);
    }

    @Test
    void aPurposeThatIsNotConfiguredIsRefusedWhateverWasSaid() {
        ConsentSnapshot snapshot = snapshot(said(1, "elsewhere", GRANTED, EARLIER));
        assertThat(gate.objection(ANA, "elsewhere", snapshot).map(Reason::word)).contains("unknown-purpose");
        assertThat(gate.objection(ANA, null, snapshot).map(Reason::word)).contains("unknown-purpose");
    }

    @Test
    void consentForOnePurposeNeverServesAnother() {
        ConsentSnapshot snapshot = snapshot(said(1, id(LawfulBasis.CONSENT, OptIn.DOUBLE), GRANTED, EARLIER));
        assertThat(gate.objection(ANA, id(LawfulBasis.CONSENT, OptIn.SINGLE), snapshot)
                        .map(Reason::word))
                .contains("no-consent");
    }

    @Test
    void consentOfOnePersonNeverServesAnother() {
        String purpose = id(LawfulBasis.CONSENT, OptIn.SINGLE);
        ConsentSnapshot snapshot = snapshot(said(1, purpose, GRANTED, EARLIER));
        assertThat(gate.objection(SubjectRef.random(), purpose, snapshot).map(Reason::word))
                .contains("no-consent");
    }

    @Nested
    class AWithdrawalFromEverything {
        private final String contract = id(LawfulBasis.CONTRACT, OptIn.NONE);
        private final ConsentState everything = said(2, ConsentSnapshot.EVERY_PURPOSE, WITHDRAWN, EARLIER);

        @Test
        void stopsPurposesNothingWasEverSaidAbout() {
            assertThat(gate.objection(ANA, contract, snapshot(everything)).map(Reason::word))
                    .contains("withdrawn");
        }

        @Test
        void isLiftedForOnePurposeByALaterConsentOnly() {
            String purpose = id(LawfulBasis.CONSENT, OptIn.SINGLE);
            ConsentState older = said(3, purpose, GRANTED, EARLIER.minusSeconds(1));
            ConsentState newer = said(1, purpose, GRANTED, EARLIER.plusSeconds(1));
            assertThat(gate.objection(ANA, purpose, snapshot(everything, older)).map(Reason::word))
                    .contains("withdrawn");
            assertThat(gate.objection(ANA, purpose, snapshot(everything, newer)))
                    .isEmpty();
            assertThat(gate.objection(ANA, contract, snapshot(everything, newer)))
                    .isPresent();
        }

        @Test
        void winsOverAConsentOfTheSameInstant() {
            String purpose = id(LawfulBasis.CONSENT, OptIn.SINGLE);
            assertThat(gate.objection(ANA, purpose, snapshot(everything, said(9, purpose, GRANTED, EARLIER))))
                    .isPresent();
        }
    }

    @Nested
    class TheEvidence {
        @Test
        void ofConsentIsTheEvent() {
            String purpose = id(LawfulBasis.CONSENT, OptIn.SINGLE);
            assertThat(evidence(purpose, snapshot(said(77, purpose, GRANTED, EARLIER))))
                    .isEqualTo("consent:77");
        }

        @ParameterizedTest
        @CsvSource({"CONTRACT, basis:contract", "LEGAL_OBLIGATION, basis:legal-obligation"})
        void ofAnotherBasisIsTheBasis(LawfulBasis basis, String evidence) {
            assertThat(evidence(id(basis, OptIn.NONE), snapshot())).isEqualTo(evidence);
        }

        private String evidence(String purpose, ConsentSnapshot snapshot) {
            var allowed = (ConsentDecision.Allowed) gate.require(messageTo(ANA), purpose, snapshot);
            return allowed.message().evidence();
        }
    }

    private static ConsentState said(long id, String purpose, ConsentStatus status, Instant at) {
        return new ConsentState(id, purpose, status, at, status == REQUESTED ? null : at, "n@1", null);
    }

    private static ConsentSnapshot snapshot(ConsentState... states) {
        return new ConsentSnapshot(Map.of(
                ANA, Arrays.stream(states).collect(Collectors.toMap(ConsentState::purpose, Function.identity()))));
    }

    private static Instant expiry(String when) {
        return switch (when) {
            case "later" -> NOW.plusSeconds(1);
            case "now" -> NOW;
            case "earlier" -> NOW.minusSeconds(1);
            default -> null;
        };
    }

    private static ReceivedMessage messageTo(SubjectRef subject) {
        ReceivedMessage message = mock(ReceivedMessage.class);
        when(message.subject()).thenReturn(subject);
        return message;
    }

    private static String id(LawfulBasis basis, OptIn optIn) {
        return "%s-%s".formatted(basis, optIn);
    }

    private static Purpose purpose(LawfulBasis basis, OptIn optIn) {
        return new Purpose(
                id(basis, optIn),
                "",
                basis,
                DataClass.ORDINARY,
                optIn,
                TemplateCategory.UTILITY,
                Duration.ZERO,
                Duration.ofHours(1),
                UncertainPolicy.PARK,
                Duration.ofMinutes(1),
                5);
    }
}
