package dev.sealpost.sandbox.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * A TCP port on 127.0.0.1 and the setting it comes from; 0 asks for a free one. The sandbox never listens on another
 * address.
 *
 * <p>Not guaranteed: a port found free here may be taken before its server binds it.
 */
public record LoopbackPort(String setting, int number) {
    private static final int ANY = 0;

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
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(address());
            return new LoopbackPort(setting, probe.getLocalPort());
        } catch (BindException e) {
            throw new PortTaken(this);
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
