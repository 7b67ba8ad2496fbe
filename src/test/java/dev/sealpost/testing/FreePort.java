package dev.sealpost.testing;

import dev.sealpost.sandbox.net.LoopbackPort;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** A port that was free a moment ago, for servers in other processes. */
public final class FreePort {

    private static final LoopbackPort ANY = new LoopbackPort("a test", 0);
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private FreePort() {}

    /** Never the same one twice. */
    public static int next() {
        return IntStream.generate(() -> ANY.settled().number())
                .filter(GIVEN::add)
                .findFirst()
                .orElseThrow();
    }
}
