package dev.sealpost.whatsapp.inbound;

import dev.sealpost.audit.AuditLog;
import dev.sealpost.audit.AuditRecord;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.Reason;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.vault.DataKey;
import dev.sealpost.vault.SealBroken;
import dev.sealpost.vault.SubjectKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Stores new messages: sealed for the flows that want them, without content if none does. */
@Component
class TakeIn {

    private static final Reason NO_FLOW = Reason.of("no-flow", "no flow wants what people write");
    private static final Reason ERASED = Reason.of("erased", "the person's key was destroyed");
    private static final Reason BROKEN = Reason.of("seal-broken");

    private final InboundRows rows;
    private final SubjectKeys keys;
    private final OwnMessages own;
    private final Subscriptions subscriptions;
    private final InboundSettings settings;
    private final AuditLog audit;

    TakeIn(
            InboundRows rows,
            SubjectKeys keys,
            OwnMessages own,
            Subscriptions subscriptions,
            InboundSettings settings,
            AuditLog audit) {
        this.rows = rows;
        this.keys = keys;
        this.own = own;
        this.subscriptions = subscriptions;
        this.settings = settings;
        this.audit = audit;
    }

    /** @return those that nobody else took in meanwhile */
    List<Arrived> store(List<Arrived> arrived) {
        Batch batch = new Batch(arrived);
        Set<MessageId> inserted = rows.insert(arrived.stream().map(batch::row).toList(), settings.retention());
        List<Arrived> taken =
                arrived.stream().filter(one -> inserted.contains(one.id())).toList();
        List<AuditRecord> entries = new ArrayList<>(batch.broken);
        taken.forEach(one -> entries.add(InboundRecords.received(one, batch.whyNot.get(one.id()))));
        audit.append(entries);
        return taken;
    }

    /** What the messages of one transaction are sealed with. */
    private final class Batch {

        private final Map<SubjectRef, DataKey> keysOf;
        private final Map<String, MessageId> ownMessages;
        private final Map<MessageId, Reason> whyNot = new HashMap<>();
        private final List<AuditRecord> broken = new ArrayList<>();

        Batch(List<Arrived> arrived) {
            keysOf = keys.load(arrived.stream().map(one -> one.from().subject()).collect(Collectors.toSet()));
            ownMessages = own.byWamid(arrived.stream()
                    .flatMap(one -> Stream.of(
                            one.message().replyTo(), one.message().content().about()))
                    .filter(Objects::nonNull)
                    .toList());
        }

        InboundRow row(Arrived one) {
            DataKey key = keysOf.get(one.from().subject());
            if (key == null) {
                return row(one, null, null, ERASED);
            }
            try {
                byte[] wamid = InboundSeal.wamid(key, one.id(), one.message().wamid());
                String kind = one.message().content().kind();
                return subscriptions.mayWant(kind, one.sender())
                        ? row(one, wamid, InboundSeal.event(key, one.id(), InboundEvent.json(one, ownMessages)), null)
                        : row(one, wamid, null, NO_FLOW);
            } catch (SealBroken altered) {
                broken.add(InboundRecords.sealBroken(one.id(), one.from().subject()));
                return row(one, null, null, BROKEN);
            }
        }

        private InboundRow row(Arrived one, byte[] wamid, byte[] content, Reason why) {
            if (why != null) {
                whyNot.put(one.id(), why);
            }
            return new InboundRow(
                    one.id(),
                    HexFormat.of().parseHex(one.wamid()),
                    wamid,
                    one.from().subject(),
                    one.sender(),
                    one.message().content().kind(),
                    one.message().at(),
                    content);
        }
    }
}
