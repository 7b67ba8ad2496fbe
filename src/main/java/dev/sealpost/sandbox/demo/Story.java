package dev.sealpost.sandbox.demo;

import java.io.IOException;
import java.util.Optional;

/**
 * One event of the demo.
 *
 * @param title what it shows
 * @param phone whom it is about, where it can be told
 * @param preparation what the shop does first
 * @param sender who sends the event
 * @param event as dropped on the topic, the text of a mail, or the fields of a contact
 * @param ending how to see what became of it
 */
record Story(
        String title, Optional<String> phone, Preparation preparation, Sender sender, String event, Ending ending) {
    /** A business system. */
    enum Sender {
        SHOP,
        CLINIC,
        CRM
    }

    @FunctionalInterface
    interface Preparation {
        void in(HubApi hub) throws IOException, InterruptedException;
    }

    /** How what became of an event is found. */
    sealed interface Ending {
        /** By the message that the hub made of the sender's id of it. */
        record Message(String flow, String sourceId) implements Ending {}

        /** By an audit entry of this kind, where the event makes no message. */
        record Entry(String kind) implements Ending {}
    }

    void prepare(HubApi hub) throws IOException, InterruptedException {
        preparation.in(hub);
    }
}
