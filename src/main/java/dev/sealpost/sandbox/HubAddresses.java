package dev.sealpost.sandbox;

import java.net.URI;
import org.springframework.core.env.Environment;

/** Where a hub that is ready answers. */
record HubAddresses(URI api, URI management) {
    static HubAddresses of(Environment environment) {
        String api = environment.getProperty("local.server.port", "8080");
        String management = environment.getProperty("local.management.port", api);
        return new HubAddresses(at(api), at(management));
    }

    private static URI at(String port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
