package dev.sealpost.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.sealpost.whatsapp.cloudapi.Mutations;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class MailReaderFuzzTest {

    private static final MailReader READER = new MailReader();
    private static final MailPolicy POLICY = MailPolicy.of(
            "clinic@example.org", "appointment-reminder", new AuthenticationPolicy(true, "mx.example.org"));

    @MethodSource("brokenMails")
    @FuzzTest(maxDuration = "10s")
    void anyMailIsReadOrRefusedButNeverAnError(byte[] mail) {
        if (mail == null) {
            return;
        }
        MailReading reading = READER.read(mail, POLICY);
        if (reading instanceof MailReading.Refused refused) {
            assertThat(refused.reason().detail()).hasSizeLessThan(120);
        }
    }

    static Stream<byte[]> brokenMails() {
        String passed = "Authentication-Results: mx.example.org; dmarc=pass (x) header.from=example.org\n";
        return Mutations.of(
                300,
                passed + AwkwardMails.text("text/plain; charset=utf-8; format=flowed", AwkwardMails.LINES),
                passed + AwkwardMails.withAttachments(2),
                passed + AwkwardMails.nested(4),
                passed + AwkwardMails.forwardedAsAttachment(2),
                passed + AwkwardMails.text("text/html", "<table><tr><td>phone:</td><td>&#43;351</td></tr></table>"),
                passed + AwkwardMails.base64("text/plain", new byte[] {'a', ':', 'b'}));
    }
}
