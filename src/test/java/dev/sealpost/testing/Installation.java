package dev.sealpost.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * One installation of the hub for a test: its own database, topic, vault, flows and WhatsApp sandbox. Hubs that are started with its
 * {@link #settings()} are hubs of the same installation.
 */
public final class Installation implements AutoCloseable {

    public static final String API_KEY = "sp_" + "t".repeat(43);

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name;
    private final Path directory;
    private final String topic;
    private final OwnCloudApi cloudApi;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final KafkaProducer<byte[], byte[]> producer;

    private Installation(String name, Database database, String brokers) {
        this.name = name;
        this.topic = name + ".shop.orders.shipped";
        this.directory = SuiteDirectory.ofThisJvm().resolve(name);
        try {
            Files.createDirectories(directory);
            this.cloudApi = OwnCloudApi.start(directory.resolve("whatsapp"));
            copyRoutes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers, "acks", "all", "linger.ms", "5"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        settle(database, brokers);
    }

    /** @param topic what the test is about; names its topic and directory */
    public static Installation of(String topic) {
        return of(topic, Parts.database());
    }

    private static Installation of(String topic, Database database) {
        return new Installation(topic + "-" + COUNT.incrementAndGet(), database, Parts.brokers());
    }

    /** For tests that stop the database or the broker. */
    public static Installation of(String topic, Database database, OwnKafka kafka) {
        return new Installation(topic + "-" + COUNT.incrementAndGet(), database, kafka.brokers());
    }

    private void settle(Database database, String brokers) {
        settings.put("spring.profiles.active", "sandbox");
        settings.put("spring.datasource.url", database.url());
        settings.put("spring.datasource.username", database.user());
        settings.put("spring.datasource.password", database.password());
        settings.put("sealpost.sandbox.parts", "external");
        settings.put("sealpost.kafka.brokers", brokers);
        settings.put("sealpost.kafka.group", name);
        settings.put("sealpost.vault.directory", directory.resolve("vault").toString());
        settings.put("sealpost.routes-directory", directory.resolve("routes").toString());
        settings.put("sealpost.access.bootstrap-key", API_KEY);
        settings.put("sealpost.access.admin.password", "not-a-secret-at-all");
        settings.put("sealpost.pacing.pair.burst", "1000"); // tests write to one person as often as they like
        settings.put("sealpost.whatsapp.base-uri", cloudApi.uri().toString());
    }

    /** The kamelets and policies as they stand in {@code routes/}, and the flow {@code order-shipped}, which every installation has. */
    private void copyRoutes() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("routes"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.startsWith("routes/flows")) {
                    copy(file);
                }
            }
        }
        withShippedFlow("order-shipped");
    }

    private void copy(Path file) throws IOException {
        Path copy = directory.resolve(file);
        Files.createDirectories(copy.getParent());
        String flow = Files.readString(file)
                .replace("topic: shop.orders.shipped", "topic: " + topic)
                .replace("subject: appointment-reminder", "subject: appointment-reminder\n        delay: 200");
        Files.writeString(copy, flow);
    }

    /** Adds a flow as it stands in {@code routes/flows}, but with this installation's own topic, and looking for mails more often. */
    public Installation withShippedFlow(String name) {
        try {
            copy(Path.of("routes/flows", name + ".camel.yaml"));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a mailbox, and the flow that reads it. */
    public Installation withMailbox(OwnMailbox mailbox) {
        return withShippedFlow("appointment-reminder").with("sealpost.mail.port", Integer.toString(mailbox.imapPort()));
    }

    /** Adds a mailbox behind TLS, whose certificate it trusts. */
    public Installation withMailbox(TlsFront mailbox) {
        String store = "spring.ssl.bundle.jks.mailbox.truststore.";
        return withShippedFlow("appointment-reminder")
                .with("sealpost.mail.protocol", "imaps")
                .with("sealpost.mail.port", Integer.toString(mailbox.port()))
                .with("sealpost.mail.ssl-bundle", "mailbox")
                .with(store + "location", mailbox.keyStore().toUri().toString())
                .with(store + "password", TlsFront.PASSWORD)
                .with(store + "type", "PKCS12");
    }

    /** Adds the flow {@code crm-opt-in}, which polls this CRM several times a second. */
    public Installation withCrm(OwnCrm crm) {
        withShippedFlow("crm-opt-in");
        with("sealpost.crm.base-url", crm.uri().toString());
        with("sealpost.crm.token-url", crm.uri().resolve("/oauth/token").toString());
        with("sealpost.crm.poll", "true");
        return with("sealpost.crm.interval", "200ms");
    }

    public Installation with(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    /** Adds a flow, as an engineer drops a file into {@code routes/flows}. */
    public Installation withFlow(String fileName, String yaml) {
        try {
            Files.writeString(directory.resolve("routes/flows").resolve(fileName), yaml.replace("TOPIC", topic));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Map<String, String> settings() {
        return settings;
    }

    /** For a hub in the test's own process; its port is told to the WhatsApp sandbox by {@link #webhooksTo}. */
    public void register(DynamicPropertyRegistry registry) {
        settings.forEach((setting, value) -> registry.add(setting, () -> value));
    }

    public HubClient hubAt(int port) {
        cloudApi.client().sendWebhooksTo(URI.create("http://127.0.0.1:" + port + "/webhooks/whatsapp"));
        return new HubClient(URI.create("http://127.0.0.1:" + port), API_KEY);
    }

    public HubProcess startHub(int port) {
        return HubProcess.start(settings, directory.resolve("hub.log"), port, FreePort.next());
    }

    public CloudApiClient phone() {
        return cloudApi.client();
    }

    public Path directory() {
        return directory;
    }

    public String topic() {
        return topic;
    }

    /** Drops events on the topic and waits until the broker has them. */
    public void drop(String... events) {
        drop(Stream.of(events)
                .map(event -> event.getBytes(StandardCharsets.UTF_8))
                .toList());
    }

    public void drop(List<byte[]> events) {
        dropOn(topic, events);
    }

    /** On a topic of the installation's own, {@code TOPIC.suffix} in its flows. */
    public void dropOn(String suffix, String... events) {
        dropOn(
                topic + "." + suffix,
                Stream.of(events)
                        .map(event -> event.getBytes(StandardCharsets.UTF_8))
                        .toList());
    }

    private void dropOn(String name, List<byte[]> events) {
        List<Future<?>> sent = new ArrayList<>();
        events.forEach(event -> sent.add(producer.send(new ProducerRecord<>(name, event))));
        try {
            for (Future<?> one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker did not take an event", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The sample order of design.md, for another order and person. */
    public static String order(String orderId, String phone) {
        return """
                {"orderId":"%s","customer":{"name":"Ana Souza","phone":"%s","email":"ana@example.org",\
                "birthDate":"1990-02-03"},"carrier":"DHL","trackingUrl":"https://track.example/%s",\
                "items":[{"sku":"S1","qty":2}],"total":59.90}"""
                .formatted(orderId, phone, orderId);
    }

    @Override
    public void close() throws IOException {
        producer.close();
        cloudApi.close();
    }
}
