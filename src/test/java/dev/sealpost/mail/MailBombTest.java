package dev.sealpost.mail;

import static dev.sealpost.mail.AwkwardMails.bytes;
import static dev.sealpost.mail.AwkwardMails.multipart;
import static dev.sealpost.mail.AwkwardMails.part;
import static dev.sealpost.mail.AwkwardMails.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What costs a reader many times its size, if it lets it. Even an allowed sender may forward one. */
@DisplayName("A mail that is a bomb")
class MailBombTest {

    private static final MailPolicy POLICY =
            MailPolicy.of("clinic@example.org", "appointment-reminder", new AuthenticationPolicy(false, ""));
    private static final MailReader READER = new MailReader();

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void isRefusedAtTheCostOfASmallMultipleOfItsSize(String reason, String mail) {
        byte[] bomb = bytes(mail);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());

        MailReading reading = assertTimeout(Duration.ofSeconds(20), () -> READER.read(bomb, POLICY));

        assertThat(reading).isInstanceOfSatisfying(MailReading.Refused.class, refused -> assertThat(
                        refused.reason().detail())
                .startsWith(reason));
        assertThat(threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before)
                .isLessThan(Math.max(256L << 20, 50L * bomb.length));
    }

    static Stream<Arguments> bombs() {
        String nothing = "the mail has neither";
        String part = "--" + AwkwardMails.BOUNDARY + "\n\n";
        return Stream.of(
                Arguments.of("the mail has more than 10000 boundaries", multipart("mixed", part.repeat(300_000))),
                Arguments.of(
                        "the mail has more than 10000 boundaries or 100000 lines",
                        multipart("mixed", "a:\n".repeat(1_000_000))),
                Arguments.of(
                        "a forwarded mail has too long a header",
                        multipart("mixed", part("message/rfc822", "a:\n".repeat(1_000_000)))),
                Arguments.of(
                        "a forwarded mail has too long a header",
                        multipart(
                                "mixed",
                                "Content-Transfer-Encoding: base64\n"
                                        + part(
                                                "message/rfc822",
                                                base64Of("From: a@b\n" + multipart("x", part.repeat(20_000)))))),
                Arguments.of("the text has more than 20000 lines", text("text/plain", "\n".repeat(100_000))),
                Arguments.of("a text has more than 262144 characters", text("text/plain", "x ".repeat(2_000_000))),
                Arguments.of(nothing, text("text/plain", "> --message\n".repeat(15_000))),
                Arguments.of(nothing, text("text/plain", "> ".repeat(120_000) + "-- message")),
                Arguments.of(nothing, text("text/plain; format=flowed", ">".repeat(200_000) + " \n>")),
                Arguments.of("a text has more than 262144 characters", text("text/html", "<p>".repeat(1_000_000))),
                Arguments.of(nothing, text("text/html", "<div>".repeat(50_000))),
                Arguments.of(nothing, text("text/html", "<b a=1><b a=2><b a=3><i><u><s>" + "<p>".repeat(80_000))),
                Arguments.of(nothing, text("text/html", "<style></style>".repeat(15_000))));
    }

    private static String base64Of(String mail) {
        return Base64.getMimeEncoder(60, new byte[] {'\n'}).encodeToString(bytes(mail));
    }
}
