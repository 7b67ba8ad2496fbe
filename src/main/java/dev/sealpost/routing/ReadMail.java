package dev.sealpost.routing;

import dev.sealpost.mail.MailPolicy;
import dev.sealpost.mail.MailReader;
import dev.sealpost.mail.MailReading;
import dev.sealpost.mail.MailSettings;
import dev.sealpost.message.Reason;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.mail.MailMessage;
import org.apache.camel.support.DefaultMessage;

/**
 * Makes an event of a mail, for {@code receive}; what cannot be an event goes the same way with the reason, to be refused there. The
 * mail is moved when its exchange is done and committed; see {@link MoveMail}.
 */
public final class ReadMail implements Processor {

    private final MailReader reader;
    private final MailSettings settings;
    private String senders = "";
    private String subject = "";
    private String processed;
    private String refused;
    private MailPolicy policy;

    ReadMail(MailReader reader, MailSettings settings) {
        this.reader = reader;
        this.settings = settings;
    }

    /** @throws IllegalArgumentException unless they are mail addresses, separated by commas */
    public void setSenders(String senders) {
        this.senders = senders;
        decide();
    }

    public void setSubject(String subject) {
        this.subject = subject;
        decide();
    }

    public void setProcessed(String folder) {
        this.processed = folder;
    }

    public void setRefused(String folder) {
        this.refused = folder;
    }

    private void decide() {
        policy = senders.isBlank() ? null : MailPolicy.of(senders, subject, settings.authentication());
    }

    @Override
    public void process(Exchange exchange) throws MessagingException, IOException {
        FetchedMail mail = FetchedMail.of(exchange.getIn(MailMessage.class).getOriginalMessage(), (int)
                settings.maxBytes().toBytes());
        MailReading reading = read(mail);
        exchange.setProperty(Receive.COORDINATES, mail.coordinates());
        exchange.setIn(new DefaultMessage(exchange));
        if (reading instanceof MailReading.Event event) {
            exchange.getIn().setBody(event.json());
        } else {
            refuse(exchange, (MailReading.Refused) reading, mail);
        }
        exchange.getExchangeExtension()
                .addOnCompletion(new MoveMail(processed, refused, reading instanceof MailReading.Refused));
    }

    private MailReading read(FetchedMail mail) {
        if (policy == null) {
            return refused("unknown-sender", "the flow allows no sender");
        }
        Optional<byte[]> content = mail.content();
        return content.map(bytes -> reader.read(bytes, policy))
                .orElseGet(() -> refused(
                        "too-large",
                        "the mail is larger than sealpost.mail.max-bytes, "
                                + settings.maxBytes().toBytes()));
    }

    private static MailReading refused(String word, String detail) {
        return new MailReading.Refused(Reason.of(word, detail), false);
    }

    private static void refuse(Exchange exchange, MailReading.Refused refused, FetchedMail mail) {
        exchange.setProperty(Receive.OBJECTION, new SourceObjection(refused.reason(), refused.keep()));
        exchange.getIn().setBody(refused.keep() ? mail.content().orElseThrow() : new byte[0]);
    }
}
