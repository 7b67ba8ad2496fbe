package dev.sealpost.whatsapp;

/** How the webhook is doing. */
public interface Webhooks {

    /** By one query; never fails: a database that does not answer is itself a status. */
    WebhookStatus status();
}
