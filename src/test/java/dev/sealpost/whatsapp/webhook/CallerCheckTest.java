package dev.sealpost.whatsapp.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.security.cert.X509Certificate;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** Who may call the webhook, before anybody asks for a signature. */
class CallerCheckTest {

    private static final List<String> META = List.of("173.252.64.0/18", "2a03:2880::/32", "192.0.2.7");
    private static final String NAME = "client.webhooks.fbclientcerts.com";

    @Test
    void isAnybodyUnlessSaidOtherwise() {
        assertThat(new CallerCheck(settings(List.of(), List.of(), "")).refuse(from("203.0.113.9")))
                .isEmpty();
    }

    @Nested
    class AnAddress {

        @ParameterizedTest
        @ValueSource(strings = {"173.252.127.255", "2a03:2880:1::face", "192.0.2.7"})
        void inTheListMayCall(String address) {
            assertThat(check(List.of()).refuse(from(address))).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"173.252.128.0", "2a03:2881::1", "192.0.2.8", "localhost", "", "unknown"})
        void outsideTheListMayNot(String address) {
            assertThat(check(List.of()).refuse(from(address))).contains(Refusal.FOREIGN_ADDRESS);
        }

        @Test
        void thatOnlyAHeaderClaimsIsNotBelieved() {
            assertThat(check(List.of()).refuse(from("203.0.113.9", "192.0.2.7")))
                    .contains(Refusal.FOREIGN_ADDRESS);
            assertThat(check(List.of("10.0.0.0/8")).refuse(from("203.0.113.9", "192.0.2.7")))
                    .contains(Refusal.FOREIGN_ADDRESS);
        }

        @ParameterizedTest
        @CsvSource({
            "192.0.2.7, true",
            "'192.0.2.7, 10.0.0.2', true",
            "'192.0.2.7, 203.0.113.9', false",
            "'192.0.2.7, nonsense', false",
            "'203.0.113.9, 192.0.2.7', true",
            "'', false"
        })
        void isTheLastOneThatATrustedProxySaw(String forwarded, boolean allowed) {
            assertThat(check(List.of("10.0.0.0/8"))
                            .refuse(from("10.0.0.1", forwarded))
                            .isEmpty())
                    .isEqualTo(allowed);
        }

        private static CallerCheck check(List<String> proxies) {
            return new CallerCheck(settings(META, proxies, ""));
        }
    }

    @Nested
    class ACertificate {

        private final CallerCheck check = new CallerCheck(settings(List.of(), List.of(), NAME));

        @Test
        void ofThatNameMayCall() {
            assertThat(check.refuse(with("CN=" + NAME + ",O=Meta,C=US"))).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"CN=evil.example", "CN=evil.example,O=\"CN=" + NAME + "\"", "O=" + NAME, ""})
        void ofAnotherNameMayNot(String subject) {
            assertThat(check.refuse(with(subject))).contains(Refusal.FOREIGN_CERTIFICATE);
        }

        @Test
        void isNotReplacedByItsAbsence() {
            assertThat(check.refuse(from("192.0.2.7"))).contains(Refusal.FOREIGN_CERTIFICATE);
        }

        private static MockHttpServletRequest with(String subject) {
            X509Certificate certificate = mock(X509Certificate.class);
            when(certificate.getSubjectX500Principal()).thenReturn(new X500Principal(subject));
            MockHttpServletRequest request = from("192.0.2.7");
            request.setAttribute("jakarta.servlet.request.X509Certificate", new X509Certificate[] {certificate});
            return request;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"meta.example", "192.0.2.0/33", "192.0.2", "", "192.0.2.1-192.0.2.9"})
    void aListMustBeOfAddresses(String text) {
        assertThat(settings(List.of(text), List.of(), "").isEveryAddressReadable())
                .isFalse();
        assertThat(settings(META, META, "").isEveryAddressReadable()).isTrue();
    }

    private static WebhookSettings settings(List<String> allowed, List<String> proxies, String name) {
        return new WebhookSettings(allowed, proxies, name);
    }

    private static MockHttpServletRequest from(String address, String... forwardedFor) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/webhooks/whatsapp");
        request.setRemoteAddr(address);
        for (String header : forwardedFor) {
            request.addHeader("X-Forwarded-For", header);
        }
        return request;
    }
}
