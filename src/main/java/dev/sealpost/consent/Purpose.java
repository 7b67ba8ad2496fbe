package dev.sealpost.consent;

import java.time.Duration;

/**
 * One purpose of {@code config/purposes.yml}: what people's data is used for, on which lawful basis, and what follows from it.
 *
 * @param contentRetention how long the sealed content is kept after the final state; zero: deleted at the final state
 * @param timeToLive how long a queued message is worth sending
 * @param uncertainWindow how long a status webhook is awaited before {@code uncertain} decides
 * @param priority 0 (first) to 9 (last) in the outbox
 */
public record Purpose(
        String id,
        String description,
        LawfulBasis lawfulBasis,
        DataClass dataClass,
        OptIn optIn,
        TemplateCategory category,
        Duration contentRetention,
        Duration timeToLive,
        UncertainPolicy uncertain,
        Duration uncertainWindow,
        int priority) {}
