package dev.sealpost.sandbox.whatsapp;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides which notices there are and when they are due, and hands them to their sender's webhooks. */
final class Notices {
    private static final long DUPLICATE_AFTER = 30;

    private final Map<String, Webhooks> bySender;
    private final StatusDelays delays;

    Notices(Map<String, Webhooks> bySender, StatusDelays delays) {
        this.bySender = bySender;
        this.delays = delays;
    }

    /** A message was received: its statuses follow. */
    void received(String sender, int message, Optional<Integer> failsWith, Strike strike) {
        Webhooks webhooks = bySender.get(sender);
        if (!webhooks.isWanted()) {
            return;
        }
        long now = System.currentTimeMillis();
        List<Status> statuses = StoredMessage.statuses(failsWith);
        for (int i = 0; i < statuses.size(); i++) {
            Status moment = statuses.get(strike.reordersStatuses() ? statuses.size() - 1 - i : i);
            long at = now + delays.of(moment).toMillis();
            var notice = new Notice.StatusNotice(message, statuses.get(i));
            webhooks.add(notice, at);
            if (strike.duplicatesStatuses()) {
                webhooks.add(notice, at + DUPLICATE_AFTER);
            }
        }
    }

    /** An event is on record. */
    void inbound(String sender, int index) {
        Webhooks webhooks = bySender.get(sender);
        if (webhooks.isWanted()) {
            webhooks.add(new Notice.InboundNotice(index), System.currentTimeMillis());
        }
    }

    /** After a restart: who may still be answered freely. */
    static void reopen(InboundEvents inbound, ServiceWindows windows) throws IOException {
        Instant start = Instant.now().minus(ServiceWindows.USUAL);
        for (int i = inbound.size() - 1; i >= 0; i--) {
            InboundEvent event = inbound.read(i);
            if (event.at().isBefore(start)) {
                return;
            }
            if (event instanceof InboundMessage message) {
                windows.wrote(message);
            }
        }
    }

    /** After a restart: what was not acknowledged, in the order in which it was due. */
    void resume(ReceivedMessages messages, InboundEvents inbound, Acknowledgements acknowledged) throws IOException {
        for (int i = 0; i < messages.size(); i++) {
            if (!acknowledged.completes(i)) {
                resume(messages.read(i), i, acknowledged);
            }
        }
        for (int i = 0; i < inbound.size(); i++) {
            var notice = new Notice.InboundNotice(i);
            if (!acknowledged.contains(notice)) {
                InboundEvent event = inbound.read(i);
                resume(notice, event.phoneNumberId(), event.at());
            }
        }
    }

    private void resume(StoredMessage message, int index, Acknowledgements acknowledged) {
        for (Status status : message.statuses()) {
            var notice = new Notice.StatusNotice(index, status);
            if (!acknowledged.contains(notice)) {
                resume(notice, message.phoneNumberId(), message.receivedAt().plus(delays.of(status)));
            }
        }
    }

    private void resume(Notice notice, String sender, Instant due) {
        Webhooks webhooks = bySender.get(sender);
        if (webhooks != null
                && webhooks.isWanted()
                && !Backoff.isGivenUp(due.toEpochMilli(), System.currentTimeMillis())) {
            webhooks.add(notice, due.toEpochMilli());
        }
    }
}
