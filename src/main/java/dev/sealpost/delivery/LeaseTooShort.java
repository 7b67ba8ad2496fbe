package dev.sealpost.delivery;

import java.time.Duration;

/** A message could be taken for uncertain, and sent again, while its send is still under way; so the hub does not start. */
class LeaseTooShort extends IllegalStateException {

    LeaseTooShort(Duration lease, Channel channel) {
        super(
                "sealpost.delivery.lease: is too short (%d ms); allowed: at least %d ms, longer than a send by %s can take"
                        .formatted(lease.toMillis(), channel.deadline().toMillis() + 1, channel.name()));
    }
}
