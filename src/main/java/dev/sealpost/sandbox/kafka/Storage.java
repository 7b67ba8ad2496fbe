package dev.sealpost.sandbox.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.apache.kafka.metadata.storage.Formatter;

/** The broker's directory, formatted once: Kafka refuses to start on one that is not. */
final class Storage {
    /** The bytes of {@code sealpost-sandbox}; the same for all, so that formatting again changes nothing. */
    private static final String CLUSTER_ID = "c2VhbHBvc3Qtc2FuZGJveA";

    private Storage() {}

    static void format(Path data) throws IOException {
        try (var quiet = new PrintStream(OutputStream.nullOutputStream())) {
            new Formatter()
                    .setPrintStream(quiet)
                    .setClusterId(CLUSTER_ID)
                    .setNodeId(BrokerSettings.NODE_ID)
                    .setControllerListenerName(BrokerSettings.CONTROLLER)
                    .addDirectory(data.toString())
                    .setMetadataLogDirectory(data.toString())
                    .setIgnoreFormatted(true)
                    .run();
        } catch (Exception e) {
            throw new IOException("Cannot format the Kafka directory " + data, e);
        }
    }
}
