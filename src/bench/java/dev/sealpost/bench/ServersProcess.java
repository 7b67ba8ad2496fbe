package dev.sealpost.bench;

import dev.sealpost.sandbox.kafka.KafkaPart;
import dev.sealpost.sandbox.net.LoopbackPort;
import dev.sealpost.sandbox.postgres.PostgresPart;
import java.nio.file.Path;

/** The broker, and PostgreSQL with {@code fsync} on, in a process of their own. */
public final class ServersProcess {

    static final String KAFKA = "kafka";
    static final String POSTGRES = "postgres";

    private ServersProcess() {}

    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        KafkaPart kafka = KafkaPart.start(directory.resolve(KAFKA), port("Kafka", arguments[1]));
        PostgresPart postgres =
                PostgresPart.start(directory.resolve(POSTGRES), port("PostgreSQL", arguments[2]), Servers.PASSWORD);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(kafka, postgres)));
        Console.print("ready " + postgres.jdbcUrl() + " " + postgres.user());
        Thread.currentThread().join();
    }

    private static void close(KafkaPart kafka, PostgresPart postgres) {
        kafka.close();
        try {
            postgres.close();
        } catch (Exception e) {
            Console.print("PostgreSQL did not stop: " + e.getClass().getName());
        }
    }

    private static LoopbackPort port(String what, String number) {
        return new LoopbackPort("the benchmark's " + what + " port", Integer.parseInt(number));
    }
}
