package dev.sealpost.sandbox.kafka;

import dev.sealpost.sandbox.net.LoopbackPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * A Kafka broker and its controller in this JVM, on 127.0.0.1 without login, its records kept in a directory across
 * restarts. An unknown topic is created at its first use; a record holds at most 1 MB.
 *
 * <p>What the broker acknowledged survives a kill of the process. Not guaranteed: that it survives a power loss, since
 * Kafka leaves writing to the operating system.
 */
public final class KafkaPart implements AutoCloseable {
    private final int port;
    private final KafkaRaftServer server;

    private KafkaPart(int port, KafkaRaftServer server) {
        this.port = port;
        this.server = server;
    }

    /**
     * Starts the broker; when this returns, it answers and the topic {@code shop.orders.shipped} exists.
     *
     * @throws dev.sealpost.sandbox.net.PortTaken if another process listens on the port
     */
    public static KafkaPart start(Path directory, LoopbackPort port) throws IOException {
        Path data = Files.createDirectories(directory).toRealPath().resolve("data");
        LoopbackPort clients = port.settled();
        LoopbackPort controller = new LoopbackPort("the Kafka controller's port", 0).settled();
        Storage.format(data);
        var config = new KafkaConfig(BrokerSettings.of(data, clients.number(), controller.number()), false);
        var part = new KafkaPart(clients.number(), new KafkaRaftServer(config, Time.SYSTEM));
        part.startUp();
        return part;
    }

    private void startUp() throws IOException {
        try {
            server.startup();
            Topics.create(brokers(), Topics.ORDERS_SHIPPED);
        } catch (RuntimeException e) {
            close();
            throw new IOException("Kafka did not start on port " + port, e);
        }
    }

    public int port() {
        return port;
    }

    /** For {@code bootstrap.servers}. */
    public String brokers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
