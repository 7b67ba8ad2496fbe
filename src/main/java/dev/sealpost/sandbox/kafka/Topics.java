package dev.sealpost.sandbox.kafka;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics that exist before anybody writes to them. */
final class Topics {
    static final String ORDERS_SHIPPED = "shop.orders.shipped";
    static final int PARTITIONS = 4;

    private static final int START_SECONDS = 30;

    private Topics() {}

    static void create(String brokers, String topic) throws IOException {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers))) {
            admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                    .all()
                    .get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IOException("Kafka did not create the topic " + topic, e.getCause());
            }
        } catch (TimeoutException e) {
            throw new IOException("Kafka did not answer within %d s".formatted(START_SECONDS), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while Kafka started", e);
        }
    }
}
