package dev.sealpost.testing;

import dev.sealpost.sandbox.kafka.KafkaPart;
import dev.sealpost.sandbox.net.LoopbackPort;
import java.io.IOException;
import java.nio.file.Path;

/** A Kafka broker of a test's own, that it may stop and start again on the same port. */
public final class OwnKafka implements AutoCloseable {

    private final Path directory;
    private KafkaPart part;

    private OwnKafka(Path directory, KafkaPart part) {
        this.directory = directory;
        this.part = part;
    }

    public static OwnKafka start(String name) throws IOException {
        Path directory = SuiteDirectory.ofThisJvm().resolve(name + "-kafka");
        return new OwnKafka(directory, KafkaPart.start(directory, port(0)));
    }

    public String brokers() {
        return part.brokers();
    }

    public void stop() {
        part.close();
    }

    public void restart() throws IOException {
        part = KafkaPart.start(directory, port(part.port()));
    }

    @Override
    public void close() {
        part.close();
    }

    private static LoopbackPort port(int number) {
        return new LoopbackPort("the test's own Kafka port", number);
    }
}
