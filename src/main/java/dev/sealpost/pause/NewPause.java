package dev.sealpost.pause;

import dev.sealpost.message.Reason;
import java.time.Instant;

/**
 * A pause to begin.
 *
 * @param code the channel's error code that is the reason, or null
 * @param probed whether a probe may lift it; else a person decides, or the channel says by itself that it is over
 * @param until when it ends by itself, or null
 * @param by who begins it, as the audit names them
 */
public record NewPause(
        PauseScope scope, String key, Reason reason, Integer code, boolean probed, Instant until, String by) {}
