package dev.sealpost.pacing;

import java.util.List;

/** The senders there are, with their limits; the configuration's word. */
public interface PacedSenders {

    List<PacedSender> all();
}
