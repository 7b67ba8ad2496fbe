package dev.sealpost.sandbox;

import java.net.URI;

/**
 * Where the sandbox's servers are, as {@code parts.json} says it.
 *
 * @param pid of the process that runs them
 * @param instance their run's name, which {@code GET /_sandbox/health} tells too
 * @param startedAt ISO 8601
 */
record RunningParts(
        long pid,
        String instance,
        String startedAt,
        int postgresPort,
        int kafkaPort,
        int whatsappPort,
        int smtpPort,
        int imapPort,
        int crmPort) {
    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/sealpost".formatted(postgresPort);
    }

    String brokers() {
        return "127.0.0.1:" + kafkaPort;
    }

    URI crm() {
        return URI.create("http://127.0.0.1:" + crmPort);
    }

    URI cloudApi() {
        return URI.create("http://127.0.0.1:" + whatsappPort);
    }
}
