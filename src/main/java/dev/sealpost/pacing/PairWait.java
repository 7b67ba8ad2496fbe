package dev.sealpost.pacing;

import dev.sealpost.window.Chat;
import java.time.Instant;

/** @param delayed Meta asked for it, rather than the limit of the pair */
record PairWait(Chat chat, Instant until, boolean delayed) {}
