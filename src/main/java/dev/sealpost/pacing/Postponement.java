package dev.sealpost.pacing;

import dev.sealpost.message.Reason;
import java.time.Instant;

/** A message may not go now. @param until when to ask again */
public record Postponement(Instant until, Reason reason) {}
