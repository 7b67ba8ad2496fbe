package dev.sealpost.pacing;

import java.time.Duration;

/**
 * The pace of one number while nothing slows it. In any second at most what Meta allows is leased: what the bucket holds and what flows
 * into it in a second are that together.
 *
 * @param perSecond messages a second, headroom subtracted
 * @param depthSeconds how many seconds' worth the bucket holds
 * @param recoveryPerSecond by how many messages a second the rate rises in a second after it was lowered
 */
record NumberRate(String sender, double perSecond, double depthSeconds, double recoveryPerSecond) {

    private static final double WHOLE = 100;

    static NumberRate of(PacedSender sender, PacingSettings settings) {
        double perSecond = sender.perSecond() * (WHOLE - settings.headroom()) / WHOLE;
        return new NumberRate(
                sender.name(),
                perSecond,
                settings.headroom() / (WHOLE - settings.headroom()),
                perSecond / seconds(settings.recovery()));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    /** What a hub leases at once at most. */
    int block() {
        return (int) Math.max(1, Math.ceil(perSecond * depthSeconds));
    }
}
