package dev.sealpost.sandbox.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A TCP port on 127.0.0.1 and the setting it comes from; 0 asks for a free one. The sandbox never listens on another
 * address.
 *
 * <p>Not guaranteed: a port found free here may be taken before its server binds it.
 */
public record LoopbackPort(String setting, int number) {
    private static final int ANY = 0;
    private static final int TRIES = 1000;

    /**
     * Where a free port is looked for: below those that Linux gives to outgoing connections. One of those could be given away before the
     * server listens; even to whoever asks whether it listens yet, who then is connected to itself.
     */
    private static final int LOWEST = 20_000;

    private static final int BEYOND = 32_768;

    public LoopbackPort {
        if (number < 0 || number > 65_535) {
            throw new IllegalArgumentException(
                    "%s is %d: allowed are 1 to 65535, or 0 for any free port".formatted(setting, number));
        }
    }

    public boolean isAny() {
        return number == ANY;
    }

    /**
     * This port with its number settled: a free one for 0, else its own.
     *
     * @throws PortTaken if its own number is in use
     */
    public LoopbackPort settled() {
        if (isAny()) {
            return anyFree();
        }
        if (!isFree()) {
            throw new PortTaken(this);
        }
        return this;
    }

    private LoopbackPort anyFree() {
        return ThreadLocalRandom.current()
                .ints(TRIES, LOWEST, BEYOND)
                .mapToObj(candidate -> new LoopbackPort(setting, candidate))
                .filter(LoopbackPort::isFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No free port for " + setting));
    }

    private boolean isFree() {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(address());
            return true;
        } catch (BindException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look for a free port for " + setting, e);
        }
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), number);
    }

    public PortTaken taken() {
        return new PortTaken(this);
    }
}
