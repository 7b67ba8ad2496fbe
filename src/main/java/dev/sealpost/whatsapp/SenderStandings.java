package dev.sealpost.whatsapp;

import java.util.List;

/** How all senders stand. */
public interface SenderStandings {

    /** In the order of the configuration. From memory, a few seconds old. */
    List<SenderStanding> all();
}
