package dev.sealpost.routing;

import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in one line that a mailbox cannot be read, without what its server answered: that may hold addresses or parts of mails. The
 * consumer tries again, and health shows it meanwhile.
 */
final class MailboxTrouble implements ExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxTrouble.class);

    @Override
    public void handleException(Throwable exception) {
        LOG.warn(
                "A mailbox cannot be read: {}. It is tried again",
                exception.getClass().getName());
    }

    @Override
    public void handleException(String message, Throwable exception) {
        handleException(exception);
    }

    @Override
    public void handleException(String message, Exchange exchange, Throwable exception) {
        LOG.warn(
                "A mail was handled and cannot be moved: {}. It is read again as a duplicate (exchange {})",
                exception.getClass().getName(),
                exchange.getExchangeId());
    }
}
