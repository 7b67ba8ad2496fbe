package dev.sealpost.crm;

import java.util.Map;
import java.util.TreeSet;

/** The CRMs there are. */
record Connections(Map<String, Connection> byName) {

    Connections {
        byName = Map.copyOf(byName);
    }

    /** @throws IllegalArgumentException if there is none of this name */
    Connection get(String name) {
        Connection connection = byName.get(name);
        if (connection == null) {
            throw new IllegalArgumentException("kamelet:crm-intake: connection " + name
                    + " is not in config/crm.yml; there are " + new TreeSet<>(byName.keySet()));
        }
        return connection;
    }
}
