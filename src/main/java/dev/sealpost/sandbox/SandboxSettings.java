package dev.sealpost.sandbox;

import dev.sealpost.sandbox.crm.CrmApiSettings;
import dev.sealpost.sandbox.net.LoopbackPort;
import dev.sealpost.sandbox.whatsapp.CloudApiSettings;
import dev.sealpost.sandbox.whatsapp.StatusDelays;
import dev.sealpost.sandbox.whatsapp.account.Sender;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/**
 * The embedded servers of the sandbox. They listen on 127.0.0.1 only.
 *
 * @param directory where they keep their data, credentials and record
 * @param parts whether a hub starts the servers itself
 * @param fresh start over: empty the directory first
 * @param demo send the demo shop's events through at the first start
 * @param postgresPort of PostgreSQL; 0 for any free one
 * @param kafkaPort of Kafka; 0 for any free one
 * @param whatsappPort of the WhatsApp Cloud API; 0 for any free one
 * @param smtpPort of the mailbox's SMTP; 0 for any free one
 * @param imapPort of the mailbox's IMAP; 0 for any free one
 * @param crmPort of the CRM; 0 for any free one
 * @param webhook where the Cloud API posts statuses and what people write
 * @param phoneNumberIds the numbers of the WhatsApp account; the first is the hub's
 * @param accountIds the accounts the numbers belong to, in the same order; those left over belong to the last
 * @param token the bearer token of the WhatsApp account
 * @param appSecret signs the webhooks
 * @param verifyToken the hub's answer to Meta's handshake
 * @param crmClientId the hub's name in the CRM
 * @param crmClientSecret the hub's secret in the CRM
 * @param crmTokenLife how long an access token of the CRM is good for
 * @param sentAfter how long after its receipt a message is reported as sent
 * @param deliveredAfter how long after its receipt a message is reported as delivered
 * @param readAfter how long after its receipt a message is reported as read
 */
@ConfigurationProperties(SandboxSettings.PREFIX)
public record SandboxSettings(
        @DefaultValue("data/sandbox") Path directory,
        @DefaultValue("auto") PartsMode parts,
        @DefaultValue("false") boolean fresh,
        @DefaultValue("true") boolean demo,
        @DefaultValue("15432") int postgresPort,
        @DefaultValue("19092") int kafkaPort,
        @DefaultValue("18090") int whatsappPort,
        @DefaultValue("13025") int smtpPort,
        @DefaultValue("13143") int imapPort,
        @DefaultValue("18091") int crmPort,
        @DefaultValue("http://127.0.0.1:8080/webhooks/whatsapp") URI webhook,
        @DefaultValue("100000000000001") List<String> phoneNumberIds,
        @DefaultValue(Sender.DEFAULT_ACCOUNT) List<String> accountIds,
        @DefaultValue("sandbox-token") String token,
        @DefaultValue("sandbox-app-secret") String appSecret,
        @DefaultValue("sandbox-verify-token") String verifyToken,
        @DefaultValue("sandbox-hub") String crmClientId,
        @DefaultValue("sandbox-crm-secret") String crmClientSecret,
        @DefaultValue("5m") Duration crmTokenLife,
        @DefaultValue("40ms") Duration sentAfter,
        @DefaultValue("250ms") Duration deliveredAfter,
        @DefaultValue("900ms") Duration readAfter) {
    static final String PREFIX = "sealpost.sandbox";

    public SandboxSettings {
        phoneNumberIds = List.copyOf(phoneNumberIds);
        accountIds = List.copyOf(accountIds);
    }

    static SandboxSettings of(Environment environment) {
        return Binder.get(environment).bindOrCreate(PREFIX, SandboxSettings.class);
    }

    LoopbackPort postgres() {
        return port("postgres-port", postgresPort);
    }

    LoopbackPort kafka() {
        return port("kafka-port", kafkaPort);
    }

    LoopbackPort whatsapp() {
        return port("whatsapp-port", whatsappPort);
    }

    LoopbackPort smtp() {
        return port("smtp-port", smtpPort);
    }

    LoopbackPort imap() {
        return port("imap-port", imapPort);
    }

    LoopbackPort crm() {
        return port("crm-port", crmPort);
    }

    /**
     * Before anything is started. PostgreSQL's port is not looked at: a server to adopt may have it.
     *
     * @throws dev.sealpost.sandbox.net.PortTaken if one is in use
     */
    void requireFreePorts() {
        kafka().settled();
        whatsapp().settled();
        smtp().settled();
        imap().settled();
        crm().settled();
    }

    CloudApiSettings cloudApi(String instance) {
        List<Sender> senders =
                IntStream.range(0, phoneNumberIds.size()).mapToObj(this::sender).toList();
        return new CloudApiSettings(
                directory.resolve("whatsapp"),
                whatsapp(),
                instance,
                senders,
                new StatusDelays(sentAfter, deliveredAfter, readAfter));
    }

    private Sender sender(int index) {
        String account = accountIds.get(Math.min(index, accountIds.size() - 1));
        return new Sender(phoneNumberIds.get(index), account, token, appSecret, Optional.of(webhook));
    }

    CrmApiSettings crmApi() {
        return new CrmApiSettings(directory.resolve("crm"), crm(), crmClientId, crmClientSecret, crmTokenLife);
    }

    private static LoopbackPort port(String setting, int number) {
        return new LoopbackPort(PREFIX + "." + setting, number);
    }

    /** Holds secrets. */
    @Override
    public String toString() {
        return "SandboxSettings[directory=%s, parts=%s]".formatted(directory, parts);
    }
}
