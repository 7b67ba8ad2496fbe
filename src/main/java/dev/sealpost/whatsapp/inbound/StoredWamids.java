package dev.sealpost.whatsapp.inbound;

import dev.sealpost.message.MessageId;
import dev.sealpost.vault.DataKey;
import dev.sealpost.vault.SubjectKeys;
import dev.sealpost.whatsapp.request.InboundWamids;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Meta's ids of what people wrote, as long as they are kept. */
@Component
class StoredWamids implements InboundWamids {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final InboundRows rows;
    private final SubjectKeys keys;

    StoredWamids(InboundRows rows, SubjectKeys keys) {
        this.rows = rows;
        this.keys = keys;
    }

    @Override
    public Optional<String> wamid(String message) {
        return UUID.matcher(message).matches() ? find(MessageId.of(message)) : Optional.empty();
    }

    /**
     * @return empty if the message is not known, or its author was erased
     * @throws dev.sealpost.vault.SealBroken if it was altered
     */
    Optional<String> find(MessageId message) {
        return rows.wamid(message).flatMap(row -> open(message, row));
    }

    private Optional<String> open(MessageId message, SealedWamid row) {
        DataKey key = keys.load(Set.of(row.subject())).get(row.subject());
        return Optional.ofNullable(key).map(open -> InboundSeal.openWamid(open, message, row.content()));
    }
}
