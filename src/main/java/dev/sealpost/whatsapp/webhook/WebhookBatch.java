package dev.sealpost.whatsapp.webhook;

import dev.sealpost.audit.AuditKind;
import dev.sealpost.audit.AuditLog;
import dev.sealpost.audit.AuditRecord;
import dev.sealpost.delivery.DeadEvent;
import dev.sealpost.delivery.DeadLetters;
import dev.sealpost.delivery.StatusUpdates;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.Reason;
import dev.sealpost.vault.SealBroken;
import dev.sealpost.whatsapp.cloudapi.Wamids;
import dev.sealpost.whatsapp.inbound.Inbound;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is done with waiting webhooks: the statuses in them move messages on, everything else is counted; then the rows are deleted,
 * all in the caller's transaction. One that cannot be read becomes a dead letter.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class WebhookBatch {

    private static final String FLOW = "whatsapp-webhook";

    private final InboxRows rows;
    private final WebhookSeal seal;
    private final StatusUpdates statusUpdates;
    private final DeadLetters deadLetters;
    private final AuditLog audit;
    private final Wamids wamids;
    private final Inbound inbound;
    private final UnknownShapes unknownShapes;

    WebhookBatch(
            InboxRows rows,
            WebhookSeal seal,
            StatusUpdates statusUpdates,
            DeadLetters deadLetters,
            AuditLog audit,
            Wamids wamids,
            Inbound inbound,
            UnknownShapes unknownShapes) {
        this.rows = rows;
        this.seal = seal;
        this.statusUpdates = statusUpdates;
        this.deadLetters = deadLetters;
        this.audit = audit;
        this.wamids = wamids;
        this.inbound = inbound;
        this.unknownShapes = unknownShapes;
    }

    /** @return how much there was of what */
    Map<WebhookKind, Integer> handle(List<InboxRow> batch) {
        WebhookContent all = new WebhookContent(
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new HashMap<>());
        List<DeadEvent> letters = new ArrayList<>();
        for (InboxRow row : batch) {
            byte[] body = seal.open(row);
            WebhookReader.read(body, row.receivedAt())
                    .ifPresentOrElse(
                            all::add, () -> letters.add(dead(body, Reason.of("malformed", "not a JSON object"))));
        }
        int unreadable = letters.size();
        letters.addAll(unknownShapes.some(all.unknown()).stream()
                .map(part -> dead(part, UnknownShapes.REASON))
                .toList());
        apply(all);
        deadLetters.store(letters);
        audit.append(entry(batch.size(), all.counts(), unreadable));
        rows.delete(batch);
        return all.counts();
    }

    /** Moves a webhook aside that failed again and again, so that it can be looked into. */
    void giveUp(InboxRow row, Reason reason) {
        deadLetters.store(List.of(dead(openOrSealed(row), reason)));
        rows.delete(List.of(row));
    }

    /** People first: what a status or a message is about may be told in the same batch. */
    private void apply(WebhookContent content) {
        if (!content.notices().isEmpty()) {
            inbound.take(content.notices());
        }
        if (!content.updates().isEmpty()) {
            statusUpdates.apply(
                    content.updates().stream().map(wamids::withoutNumber).toList());
        }
        if (!content.reached().isEmpty()) {
            inbound.reached(content.reached());
        }
    }

    private byte[] openOrSealed(InboxRow row) {
        try {
            return seal.open(row);
        } catch (SealBroken unopened) {
            audit.append(AuditRecord.of(AuditKind.SEAL_BROKEN)
                    .flow(FLOW)
                    .outcome("dead-letter")
                    .build());
            return row.content();
        }
    }

    private static DeadEvent dead(byte[] raw, Reason reason) {
        return new DeadEvent(MessageId.next(), FLOW, null, reason, null, raw);
    }

    private static AuditRecord entry(int webhooks, Map<WebhookKind, Integer> counts, int unreadable) {
        Map<String, Integer> totals = new HashMap<>();
        counts.forEach((kind, count) ->
                totals.merge(kind.group().equals("status") ? kind.name() : kind.group() + "s", count, Integer::sum));
        var entry = AuditRecord.of(AuditKind.WEBHOOK_RECEIVED)
                .by("whatsapp")
                .outcome("handled")
                .evidence("webhooks", webhooks)
                .evidence("unreadable", unreadable);
        totals.forEach(entry::evidence);
        return entry.build();
    }
}
