package dev.sealpost.testing;

import dev.sealpost.sandbox.kafka.KafkaPart;
import dev.sealpost.sandbox.net.LoopbackPort;
import dev.sealpost.sandbox.postgres.PostgresPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/**
 * The embedded servers of the whole suite: each started once, at its first use, on a random port, its data in
 * {@code target/parts}, stopped with the JVM.
 *
 * <p>They are shared, so a test takes a database of its own ({@link #database()}, {@link #emptyDatabase()}), topics and
 * consumer groups named after itself, and leaves the servers running. A test that stops a server starts its own.
 */
public final class Parts {
    private static final Supplier<PostgresPart> POSTGRES = SingletonSupplier.of(Parts::startPostgres);
    private static final Supplier<KafkaPart> KAFKA = SingletonSupplier.of(Parts::startKafka);
    private static final Supplier<Databases> DATABASES = SingletonSupplier.of(() -> new Databases(POSTGRES.get()));

    private static final Supplier<OwnCloudApi> CLOUD_API = SingletonSupplier.of(Parts::startCloudApi);

    private Parts() {}

    /** A database of the caller's own with the hub's schema in it; about 50 ms. */
    public static Database database() {
        return DATABASES.get().migrated();
    }

    /** A database of the caller's own with nothing in it. */
    public static Database emptyDatabase() {
        return DATABASES.get().empty();
    }

    /** The shared broker, for {@code bootstrap.servers}. */
    public static String brokers() {
        return KAFKA.get().brokers();
    }

    /** The shared WhatsApp sandbox. A test that orders faults or wants webhooks starts an {@link OwnCloudApi}. */
    public static CloudApiClient cloudApi() {
        return CLOUD_API.get().client();
    }

    private static OwnCloudApi startCloudApi() {
        try {
            return SuiteEnd.closes(OwnCloudApi.start(directory("whatsapp")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PostgresPart startPostgres() {
        try {
            var part = PostgresPart.start(directory("postgres"), anyPort("PostgreSQL"), "not-a-secret");
            return SuiteEnd.closes(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KafkaPart startKafka() {
        try {
            return SuiteEnd.closes(KafkaPart.start(directory("kafka"), anyPort("Kafka")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path directory(String part) {
        return SuiteDirectory.ofThisJvm().resolve(part);
    }

    private static LoopbackPort anyPort(String part) {
        return new LoopbackPort("the suite's %s port".formatted(part), 0);
    }
}
