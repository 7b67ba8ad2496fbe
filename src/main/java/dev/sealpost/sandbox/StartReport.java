package dev.sealpost.sandbox;

import java.io.PrintStream;
import java.nio.file.Path;

/** Tells a person what is up, where, with which credentials, and what to try next. */
final class StartReport {
    private final PrintStream out;

    StartReport(PrintStream out) {
        this.out = out;
    }

    void print(RunningParts parts, SandboxCredentials credentials, HubAddresses hub, Path directory) {
        out.printf(
                """

                Sealpost is up, in its sandbox: everything runs on this machine, and no message leaves it.

                  REST API             %s/api/            described at %s/api/openapi.json
                  Console (Hawtio)     %s/actuator/hawtio
                  Health               %s/actuator/health
                """,
                hub.api(), hub.api(), hub.management(), hub.management());
        printServers(parts);
        printCredentials(credentials, directory);
        printNextSteps(parts, hub, directory);
    }

    void printParts(RunningParts parts, SandboxSettings settings) {
        out.printf("%nThe sandbox's servers are up (process %d), on 127.0.0.1 only:%n%n", parts.pid());
        printServers(parts);
        out.printf(
                """

                  Webhooks go to       %s
                  Data                 %s
                  Credentials          %s

                A hub started in this directory uses them. Ctrl-C, or kill %d, stops them.
                """,
                settings.webhook(),
                settings.directory().toAbsolutePath(),
                SandboxCredentials.file(settings.directory()),
                parts.pid());
    }

    private void printServers(RunningParts parts) {
        out.printf(
                """
                  WhatsApp Cloud API   %s          what people got: %s/_sandbox/messages
                  Kafka                %s                 topic shop.orders.shipped
                  PostgreSQL           %s   user postgres
                """,
                parts.cloudApi(), parts.cloudApi(), parts.brokers(), parts.jdbcUrl());
    }

    private void printCredentials(SandboxCredentials credentials, Path directory) {
        if (credentials.isNew()) {
            out.printf(
                    """

                      Console login        %s / %s
                      API key              %s        (every scope)
                      These are shown once; they stay in %s.
                    """,
                    credentials.adminUser(),
                    credentials.adminPassword(),
                    credentials.apiKey(),
                    SandboxCredentials.file(directory));
        } else {
            out.printf("%n  Console login and API key: see %s%n", SandboxCredentials.file(directory));
        }
    }

    private void printNextSteps(RunningParts parts, HubAddresses hub, Path directory) {
        out.printf(
                """

                Try next:

                  KEY=$(sed -n 's/^api.key=//p' %s)

                  # a person agrees
                  curl -X PUT %s/api/consents -H "Authorization: Bearer $KEY" -H 'Content-Type: application/json' \\
                    -d '{"phone":"+351912345678","purpose":"order-updates","status":"granted","evidence":{"source":"form",
                         "notice":"order-updates@1","wording":"Yes, tell me on WhatsApp.","at":"2026-11-01T10:00:00Z","proof":"form-77",
                         "confirmed":{"at":"2026-11-01T10:05:00Z","proof":"mail-link-77"}}}'

                  # the shop ships an order (any Kafka client)
                  echo '{"orderId":"A-2001","customer":{"name":"Ana Souza","phone":"+351912345678"},"trackingUrl":"https://track.example/A-2001"}' \\
                    | kcat -P -b %s -t shop.orders.shipped

                  # what the person got, and what became of it
                  curl '%s/_sandbox/messages?to=351912345678'
                  curl %s/api/messages/search -H "Authorization: Bearer $KEY" -H 'Content-Type: application/json' \\
                    -d '{"flow":"order-shipped","sourceId":"A-2001"}'

                """,
                SandboxCredentials.file(directory), hub.api(), parts.brokers(), parts.cloudApi(), hub.api());
    }
}
