package dev.sealpost.places;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A bounded number of places in this hub, for requests that keep a thread as long as their caller takes. No caller has more than a share
 * of them, so that one who is slow does not keep out the others.
 *
 * <p>Not guaranteed: a place for everybody. Several callers together can have them all.
 */
public final class Places {
    private final int inAll;
    private final int each;
    private final Map<String, Integer> taken = new HashMap<>();
    private int sum;

    /**
     * @param inAll how many there are
     * @param each how many of them one caller may have
     */
    public Places(int inAll, int each) {
        this.inAll = inAll;
        this.each = each;
    }

    /**
     * To be closed when the request has been answered.
     *
     * @param caller by whatever tells callers apart
     * @return empty if they are all taken, or the caller's share is
     */
    public synchronized Optional<Place> take(String caller) {
        if (sum == inAll || taken.getOrDefault(caller, 0) == each) {
            return Optional.empty();
        }
        sum++;
        taken.merge(caller, 1, Integer::sum);
        return Optional.of(() -> giveBack(caller));
    }

    private synchronized void giveBack(String caller) {
        sum--;
        taken.computeIfPresent(caller, (who, places) -> places == 1 ? null : places - 1);
    }

    /** A place that a request has. To be closed once. */
    public interface Place extends AutoCloseable {

        @Override
        void close();
    }
}
