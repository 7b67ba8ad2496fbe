package dev.sealpost.sandbox;

import dev.sealpost.sandbox.mail.MailPart;
import java.io.PrintStream;
import java.nio.file.Path;

/** Tells a person what is up, where, with which credentials, and what to try next. */
final class StartReport {
    private final PrintStream out;

    StartReport(PrintStream out) {
        this.out = out;
    }

    void print(RunningParts parts, SandboxCredentials credentials, HubAddresses hub, Path directory) {
        out.printf("%nSealpost is up, in its sandbox: everything runs on this machine, and no message leaves it.%n%n");
        row("REST API", hub.api() + "/api/", "described at /api/openapi.json");
        row("Console (Hawtio)", hub.management() + "/actuator/hawtio", "");
        row("Health", hub.management() + "/actuator/health", "");
        printServers(parts);
        printCredentials(credentials, directory);
        printNextSteps(parts, hub, directory);
    }

    void printParts(RunningParts parts, SandboxSettings settings) {
        out.printf("%nThe sandbox's servers are up (process %d), on 127.0.0.1 only:%n%n", parts.pid());
        printServers(parts);
        out.println();
        row("Webhooks go to", settings.webhook().toString(), "");
        row("Data", settings.directory().toAbsolutePath().toString(), "");
        row("Credentials", SandboxCredentials.file(settings.directory()).toString(), "");
        out.printf("%nA hub started in this directory uses them. Ctrl-C, or kill %d, stops them.%n", parts.pid());
    }

    private void printServers(RunningParts parts) {
        row("WhatsApp Cloud API", parts.cloudApi().toString(), "what people got: /_sandbox/messages");
        row("People's phones", parts.cloudApi() + "/", "open it in a browser");
        row("CRM", parts.crm().toString(), "change a contact: PUT /_sandbox/contacts/{id}");
        row("Kafka", parts.brokers(), "topic shop.orders.shipped");
        row("Mail (SMTP)", "127.0.0.1:" + parts.smtpPort(), "to " + MailPart.USER + ", no login");
        row("Mail (IMAP)", "127.0.0.1:" + parts.imapPort(), "user " + MailPart.USER + " / " + MailPart.PASSWORD);
        row("PostgreSQL", parts.jdbcUrl(), "user postgres");
    }

    private void printCredentials(SandboxCredentials credentials, Path directory) {
        out.println();
        if (credentials.isNew()) {
            row("Console login", credentials.adminUser() + " / " + credentials.adminPassword(), "");
            row("API key", credentials.apiKey(), "every scope");
            out.printf("  These are shown once; they stay in %s.%n", SandboxCredentials.file(directory));
        } else {
            out.printf("  Console login and API key: see %s%n", SandboxCredentials.file(directory));
        }
    }

    private void row(String what, String where, String note) {
        out.println("  %-20s %-46s %s".formatted(what, where, note).stripTrailing());
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
                  echo '{"orderId":"A-2002","customer":{"name":"Ana Souza","phone":"+351912345678"},"trackingUrl":"https://track.example/A-2002"}' \\
                    | kcat -P -b %s -t shop.orders.shipped

                  # a clinic sends a mail
                  printf 'From: clinic@example.org\\nSubject: appointment-reminder\\n\\nappointmentId: 79\\nphone: +351 912 345 678\\n' \\
                    | curl smtp://127.0.0.1:%d --mail-from clinic@example.org --mail-rcpt hub@sandbox.test --upload-file -

                  # what the person got, and what became of it
                  curl '%s/_sandbox/messages?to=351912345678'
                  curl %s/api/messages/search -H "Authorization: Bearer $KEY" -H 'Content-Type: application/json' \\
                    -d '{"flow":"order-shipped","sourceId":"A-2002"}'

                """,
                SandboxCredentials.file(directory),
                hub.api(),
                parts.brokers(),
                parts.smtpPort(),
                parts.cloudApi(),
                hub.api());
    }
}
