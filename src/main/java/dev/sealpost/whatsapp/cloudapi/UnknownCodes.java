package dev.sealpost.whatsapp.cloudapi;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log of each code that is not in the table, once; of {@value #MOST} at most, as a code from outside may be anything. */
final class UnknownCodes {

    private static final Logger LOG = LoggerFactory.getLogger(UnknownCodes.class);
    private static final int MOST = 100;

    private final Set<Integer> told = ConcurrentHashMap.newKeySet();

    CloudApiError error(int code) {
        if (told.size() < MOST && told.add(code)) {
            LOG.warn(
                    "The Cloud API answered with code {}, which is not documented; it is tried again, not for ever",
                    code);
        }
        return new CloudApiError(code, "unknown-error", "not a documented code", Policy.ASK_AGAIN);
    }
}
