package dev.sealpost.crm;

import dev.sealpost.message.Reason;
import java.time.Instant;
import java.util.Optional;

/**
 * How the polls of a feed go.
 *
 * @param coordinates connection and path
 * @param lastRead when a poll last came to the end of the list; null if none did since the start
 * @param trouble why the last poll stopped, if it did
 * @param failures how many polls in a row stopped
 * @param nextPoll when it is tried again; null without trouble
 */
public record FeedStatus(
        String flow, String coordinates, Instant lastRead, Optional<Reason> trouble, int failures, Instant nextPoll) {}
