package dev.sealpost.routing;

import org.apache.camel.Exchange;
import org.apache.camel.component.mail.MailConstants;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * Tells the mailbox, after the unit of a mail was committed, into which folder the mail goes. Without a commit it tells none, and the
 * mail stays to be read again.
 *
 * <p>Not guaranteed: that a mail is moved if the hub dies between the commit and this. Then it is read again, found to be a duplicate
 * and moved as handled; if a step of the flow had refused it, it ends among those that were processed.
 */
final class MoveMail extends SynchronizationAdapter {

    private final String processed;
    private final String refused;
    private final boolean objectedTo;

    /** @param objectedTo whether reading the mail refused it */
    MoveMail(String processed, String refused, boolean objectedTo) {
        this.processed = processed;
        this.refused = refused;
        this.objectedTo = objectedTo;
    }

    /** Runs before the consumer's own, which moves the mail: what is added last is done first. */
    @Override
    public void onDone(Exchange exchange) {
        IntakeUnit unit = Passage.unitOf(exchange);
        if (unit == null || !unit.isClosed() || exchange.isFailed()) {
            exchange.getIn().removeHeader(MailConstants.MAIL_MOVE_TO);
            return;
        }
        boolean refusal = objectedTo || !unit.staged().refused().isEmpty();
        exchange.getIn().setHeader(MailConstants.MAIL_MOVE_TO, refusal ? refused : processed);
    }
}
