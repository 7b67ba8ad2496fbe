package dev.sealpost.crm;

import java.util.List;

/** The feeds this hub polls. */
public interface Feeds {

    /** Those that were polled since the start. */
    List<FeedStatus> statuses();
}
