package dev.sealpost.whatsapp.inbound;

import dev.sealpost.whatsapp.notice.Notice;
import java.util.List;

/** Acts on what webhooks tell besides statuses. Takes part in the caller's transaction; replayed notices have no effect. */
public interface Inbound {

    /** A constant number of statements however many messages there are; changes of numbers and user ids, which are rare, one by one. */
    void take(List<Notice> notices);

    /** What differs from what the hub sent to is the same person's. */
    void reached(List<Reached> reached);
}
