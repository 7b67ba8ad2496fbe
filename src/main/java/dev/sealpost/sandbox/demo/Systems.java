package dev.sealpost.sandbox.demo;

import java.net.URI;

/**
 * Where the sandbox's servers are.
 *
 * @param brokers of Kafka
 * @param smtpPort of the hub's mailbox
 * @param crm the CRM
 * @param cloudApi WhatsApp
 */
public record Systems(String brokers, int smtpPort, URI crm, URI cloudApi) {}
