package dev.sealpost.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A mail's sender")
class SenderCheckTest {

    private static final AuthenticationPolicy LENIENT = new AuthenticationPolicy(false, "");
    private static final AuthenticationPolicy STRICT = new AuthenticationPolicy(true, "mx.example.org");
    private static final String FROM = "From: clinic@example.org\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: clinic@example.org",
                "From: <clinic@example.org>",
                "From: CLINIC@Example.ORG",
                "From: The Clinic <clinic@example.org>",
                "From: \"The Clinic, Lisbon\" <clinic@example.org>",
                "From: =?utf-8?Q?Cl=C3=ADnica?= <clinic@example.org>",
                "From: \"clinic@example.org\" <clinic@example.org>",
                "From: clinic@example.org\nSender: Clinic <clinic@example.org>\nReturn-Path: <clinic@example.org>",
                "From: clinic@example.org\nReply-To: desk@example.net"
            })
    void isTakenIfItIsAllowed(String headers) {
        assertThat(objection(headers + "\n", LENIENT)).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unknown-sender | From: evil@evil.example",
                "unknown-sender | From: clinic@example.org.evil.example",
                "unknown-sender | From: clinic@evil.example.org",
                "unknown-sender | From: \"Clinic\" <evil@evil.example>",
                "spoofed-sender | To: hub@sandbox.test",
                "spoofed-sender | From:",
                "spoofed-sender | From: clinic@example.org, evil@evil.example",
                "spoofed-sender | From: clinic@example.org^From: clinic@example.org",
                "spoofed-sender | From: \"clinic@example.org\" <evil@evil.example>",
                "spoofed-sender | From: \"evil@evil.example\" <clinic@example.org>",
                "spoofed-sender | From: clinic@example.org <evil@evil.example>",
                "spoofed-sender | From: =?utf-8?Q?clinic=40example.org?= <evil@evil.example>",
                "spoofed-sender | From: clinic@example.org (evil@evil.example)",
                "spoofed-sender | From: <@evil.example:clinic@example.org>",
                "spoofed-sender | From: Clinic: clinic@example.org;",
                "spoofed-sender | From: clinic",
                "spoofed-sender | From: clínic@example.org",
                "spoofed-sender | From: clinic@example.org^Sender: evil@evil.example",
                "spoofed-sender | From: clinic@example.org^Sender: clinic@example.org^Sender: clinic@example.org",
                "spoofed-sender | Return-Path: <evil@evil.example>^From: clinic@example.org",
                "spoofed-sender | Return-Path: <>^From: clinic@example.org"
            })
    void isRefusedIfItIsAnotherOrNotCertain(String word, String headers) {
        assertThat(objection(headers.replace("^", "\n") + "\n", LENIENT)).isEqualTo(word);
    }

    @Nested
    @DisplayName("where no server has to vouch for it")
    class Unvouched {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "a.example; dmarc=fail header.from=example.org",
                    "a.example; spf=softfail smtp.mailfrom=example.org",
                    "a.example 1; dkim=pass header.d=example.org; spf=fail",
                    "a.example; SPF = Fail (not (really) permitted)"
                })
        void isRefusedIfAServerSaysThatItFailed(String results) {
            assertThat(objection(FROM + "Authentication-Results: " + results + "\n", LENIENT))
                    .isEqualTo("unauthenticated-sender");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"a.example; none", "a.example; dmarc=pass", "", ";;;=", "a.example; spf=none (spf=fail)"})
        void isTakenOtherwise(String results) {
            assertThat(objection(FROM + "Authentication-Results: " + results + "\n", LENIENT))
                    .isEqualTo("none");
        }
    }

    @Nested
    @DisplayName("where the own mail server has to vouch for it")
    class Vouched {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "mx.example.org; dmarc=pass (p=reject) header.from=example.org",
                    "MX.example.org 1; dmarc=pass header.from=Example.org; spf=none",
                    "mx.example.org; dmarc=none; spf=pass smtp.mailfrom=bounce@example.org",
                    "mx.example.org; spf=pass smtp.mailfrom=example.org",
                    "mx.example.org;\r\n dkim=pass (2048-bit key)\r\n header.d=example.org"
                })
        void isTakenIfItPassed(String results) {
            assertThat(objection("Authentication-Results: " + results + "\r\n" + FROM, STRICT))
                    .isEqualTo("none");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "other.example; dmarc=pass header.from=example.org",
                    "mx.example.org.evil.example; dmarc=pass header.from=example.org",
                    "mx.example.org; dmarc=pass",
                    "mx.example.org; dmarc=pass header.from=evil.example",
                    "mx.example.org; dmarc=pass header.from=example.org.evil.example",
                    "mx.example.org; none",
                    "mx.example.org; dmarc=temperror",
                    "mx.example.org; dmarc=none; spf=pass smtp.mailfrom=evil.example",
                    "mx.example.org; dkim=pass header.d=evil.example",
                    "mx.example.org; dkim=pass header.d=evil.example reason=\"; dmarc=pass header.from=example.org\"",
                    "mx.example.org; dkim=pass header.i=\"a\\\" header.d=example.org b\"@evil.example header.d=evil.example",
                    "mx.example.org; x=y (; dmarc=pass header.from=example.org",
                    "mx.example.org; dmarc=fail; dkim=pass header.d=example.org"
                })
        void isRefusedIfItDidNotOrAnotherServerSaysSo(String results) {
            assertThat(objection("Authentication-Results: " + results + "\n" + FROM, STRICT))
                    .isEqualTo("unauthenticated-sender");
        }

        @Test
        void isRefusedIfNobodySaysAnythingOrOnlyAnOlderHeaderSaysThatItPassed() {
            String forged = "Authentication-Results: mx.example.org; dmarc=pass header.from=example.org\n";

            assertThat(objection(FROM, STRICT)).isEqualTo("unauthenticated-sender");
            assertThat(objection(forged + FROM, new AuthenticationPolicy(true, "")))
                    .isEqualTo("unauthenticated-sender");
            assertThat(objection("Authentication-Results: mx.example.org; dmarc=none\n" + forged + FROM, STRICT))
                    .isEqualTo("unauthenticated-sender");
        }
    }

    @ParameterizedTest(name = "with {0} before it")
    @ValueSource(strings = {"\r", "\r\r", "\0", "x\r\nX: y\r"})
    void isRefusedIfItStandsWhereTheOwnServerMayHaveReadNoHeader(String separator) {
        String passed = "Authentication-Results: mx.example.org; dmarc=pass header.from=example.org\r\n";
        String hidden = "X: y" + separator + FROM;

        assertThat(objection(passed + hidden, STRICT)).isEqualTo("malformed");
    }

    @Test
    void isAllowedByItsAddressAndNothingElse() {
        assertThat(MailPolicy.of(" A@b.example , c@d.example", "", LENIENT).senders())
                .containsExactlyInAnyOrder("a@b.example", "c@d.example");
        for (String wrong : new String[] {"", ",a@b.example", "*", "@b.example", "a b@c.example", "A <a@b.example>"}) {
            assertThatThrownBy(() -> MailPolicy.of(wrong, "", LENIENT))
                    .hasMessageContaining("of the allowed senders is not a mail address");
        }
    }

    private static String objection(String headers, AuthenticationPolicy authentication) {
        byte[] mail = (headers + "\nappointmentId: 77\n").getBytes(StandardCharsets.UTF_8);
        MailReading reading = new MailReader().read(mail, MailPolicy.of("clinic@example.org", "", authentication));
        return reading instanceof MailReading.Refused refused ? refused.reason().word() : "none";
    }
}
