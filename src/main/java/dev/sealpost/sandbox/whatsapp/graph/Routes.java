package dev.sealpost.sandbox.whatsapp.graph;

import dev.sealpost.sandbox.whatsapp.account.Access;
import dev.sealpost.sandbox.whatsapp.wire.Outcome;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which endpoint answers which method on which edge. */
public final class Routes {
    private record Route(String method, String edge) {}

    private final Map<Route, Endpoint> endpoints = new HashMap<>();
    private final Set<String> edges = new HashSet<>();

    /** @param edge empty for the object itself; a second endpoint there answers what the first does not */
    public Routes on(String method, String edge, Endpoint endpoint) {
        endpoints.merge(new Route(method, edge), endpoint, Endpoint::or);
        edges.add(edge);
        return this;
    }

    boolean knows(String edge) {
        return edges.contains(edge);
    }

    /** Empty if there is no such object, or nothing answers the method on it. */
    Optional<Outcome> answer(Access access, GraphPath path, GraphRequest request) throws IOException {
        Endpoint endpoint = endpoints.get(new Route(request.method(), path.edge()));
        return endpoint == null ? Optional.empty() : endpoint.answer(access, path.id(), request);
    }
}
