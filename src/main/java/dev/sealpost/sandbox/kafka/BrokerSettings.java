package dev.sealpost.sandbox.kafka;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A single small broker that is its own controller. */
final class BrokerSettings {
    static final int NODE_ID = 1;
    static final String CONTROLLER = "CONTROLLER";

    /** Internal topics on one node. */
    private static final Map<String, String> ALONE = Map.of(
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "10",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "transaction.state.log.num.partitions", "5",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1",
            "auto.create.topics.enable", "true",
            "num.partitions", Integer.toString(Topics.PARTITIONS));

    /** A killed broker is let in again when its old session has ended, so sessions are short (the default is 9 s). */
    private static final Map<String, String> QUICK = Map.of(
            "broker.session.timeout.ms", "3000",
            "broker.heartbeat.interval.ms", "500",
            "group.initial.rebalance.delay.ms", "0",
            "metadata.max.idle.interval.ms", "0");

    private static final Map<String, String> SMALL = Map.of(
            "num.network.threads", "2",
            "num.io.threads", "4",
            "background.threads", "2",
            "num.recovery.threads.per.data.dir", "2",
            "log.cleaner.dedupe.buffer.size", "2097152",
            "log.index.size.max.bytes", "1048576",
            "log.segment.bytes", "134217728");

    private BrokerSettings() {}

    static Map<String, String> of(Path data, int clients, int controller) {
        var settings = new HashMap<String, String>();
        settings.putAll(ALONE);
        settings.putAll(QUICK);
        settings.putAll(SMALL);
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE_ID));
        settings.put("controller.quorum.voters", "%d@127.0.0.1:%d".formatted(NODE_ID, controller));
        settings.put("controller.listener.names", CONTROLLER);
        settings.put(
                "listeners", "PLAINTEXT://127.0.0.1:%d,%s://127.0.0.1:%d".formatted(clients, CONTROLLER, controller));
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,%s:PLAINTEXT".formatted(CONTROLLER));
        settings.put("log.dirs", data.toString());
        return settings;
    }
}
