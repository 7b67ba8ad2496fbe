package dev.sealpost.routing;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The Kafka cluster that {@code kamelet:kafka-intake} reads from.
 *
 * @param brokers the bootstrap brokers, {@code host:port,host:port}
 * @param group the consumer group that all hubs of an installation share
 */
@Validated
@ConfigurationProperties("sealpost.kafka")
record KafkaSettings(@NotBlank String brokers, @NotBlank @DefaultValue("sealpost") String group) {}
