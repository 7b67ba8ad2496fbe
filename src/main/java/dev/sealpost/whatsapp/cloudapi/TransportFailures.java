package dev.sealpost.whatsapp.cloudapi;

import dev.sealpost.delivery.DeliveryOutcome;
import dev.sealpost.delivery.DeliveryOutcome.RetryLater;
import dev.sealpost.delivery.DeliveryOutcome.Uncertain;
import dev.sealpost.delivery.Scope;
import dev.sealpost.message.Reason;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;

/**
 * Says what it means that no answer came. Before the request was written: not sent, try again. After it: unknown. The client hands
 * the body over only when the connection stands and TLS is agreed on.
 */
final class TransportFailures {

    private static final int LONGEST_CHAIN = 10;

    private TransportFailures() {}

    static DeliveryOutcome read(Throwable failure, OneTimeBody body) {
        if (body.withdraw()) {
            return new RetryLater(notSent(failure), null, Scope.SENDER);
        }
        return new Uncertain(
                isTimeout(failure)
                        ? Reason.of("no-answer", "timed out after the request was written")
                        : Reason.of("connection-lost", "after the request was written"));
    }

    /** For calls where it does not matter whether the request was written. */
    static Reason reason(Throwable failure) {
        boolean connected = !is(failure, ConnectTimeoutException.class);
        if (isTimeout(failure) && connected) {
            return Reason.of("no-answer");
        }
        Reason reason = notSent(failure);
        return reason.word().equals("not-sent") ? Reason.of("connection-lost") : reason;
    }

    private static Reason notSent(Throwable failure) {
        if (is(failure, UnknownHostException.class)) {
            return Reason.of("unknown-host");
        }
        if (is(failure, SSLException.class)) {
            return Reason.of("tls-failed");
        }
        if (isTimeout(failure)) {
            return Reason.of("connect-timed-out");
        }
        return is(failure, ConnectException.class) ? Reason.of("connection-refused") : Reason.of("not-sent");
    }

    private static boolean isTimeout(Throwable failure) {
        return is(failure, SocketTimeoutException.class) || is(failure, TimeoutException.class);
    }

    private static boolean is(Throwable failure, Class<? extends Throwable> type) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(LONGEST_CHAIN)
                .anyMatch(type::isInstance);
    }
}
