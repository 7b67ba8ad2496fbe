package dev.sealpost.pacing;

/**
 * What Meta allows a sender.
 *
 * @param name its name in {@code config/senders.yml}
 * @param portfolio with whose other senders it shares the limit of people
 * @param perSecond messages a second, in and out together, or {@link #UNLIMITED}
 * @param tier people it may begin with in a moving 24 hours, or {@link #UNLIMITED}
 */
public record PacedSender(String name, String portfolio, int perSecond, int tier) {

    public static final int UNLIMITED = Integer.MAX_VALUE;

    boolean isLimited() {
        return perSecond != UNLIMITED;
    }
}
