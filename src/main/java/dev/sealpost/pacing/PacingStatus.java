package dev.sealpost.pacing;

import java.util.Map;

/** How the limits stand, a few seconds old at most; for people who watch. */
public interface PacingStatus {

    /** Each number that has a limit. */
    Map<String, Rate> numbers();

    /** Each portfolio that has a limit. */
    Map<String, Use> portfolios();

    /** @param now messages a second @param full messages a second while nothing slows it */
    record Rate(double now, double full) {

        public boolean isSlowed() {
            return now < full;
        }
    }

    /** @param people begun with in the moving 24 hours @param limit how many Meta allows */
    record Use(int people, int limit) {

        public boolean isUsedUp() {
            return people >= limit;
        }
    }
}
