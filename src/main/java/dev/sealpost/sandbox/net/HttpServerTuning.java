package dev.sealpost.sandbox.net;

/**
 * The JDK's server is tuned by system properties, read once. Its defaults close a kept-alive connection after 30 s or
 * beyond 200 of them, which a client with hundreds of requests in flight meets as broken requests.
 */
final class HttpServerTuning {
    private static final String PREFIX = "sun.net.httpserver.";

    private HttpServerTuning() {}

    static void apply() {
        setUnlessSet("nodelay", "true");
        setUnlessSet("maxIdleConnections", "4000");
        setUnlessSet("idleInterval", "300");
    }

    private static void setUnlessSet(String name, String value) {
        if (System.getProperty(PREFIX + name) == null) {
            System.setProperty(PREFIX + name, value);
        }
    }
}
