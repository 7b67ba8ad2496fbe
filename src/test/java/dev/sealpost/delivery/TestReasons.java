package dev.sealpost.delivery;

import dev.sealpost.message.Reason;

final class TestReasons {

    static final Reason BUSY = Reason.of("busy");

    private TestReasons() {}
}
