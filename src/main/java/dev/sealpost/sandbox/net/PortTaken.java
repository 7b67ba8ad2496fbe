package dev.sealpost.sandbox.net;

/**
 * A port of the sandbox is in use by another process. The message is one line that names the port, the setting that
 * moves it and what to do.
 */
public final class PortTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String setting;

    PortTaken(LoopbackPort port) {
        super("Port %d on 127.0.0.1 is taken by another process: set %s to a free port, or stop what listens there"
                .formatted(port.number(), port.setting()));
        this.setting = port.setting();
    }

    /** The setting that moves the port, such as {@code sealpost.sandbox.postgres-port}. */
    public String setting() {
        return setting;
    }
}
