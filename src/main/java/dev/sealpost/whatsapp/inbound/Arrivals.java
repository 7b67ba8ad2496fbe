package dev.sealpost.whatsapp.inbound;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.sealpost.message.MessageId;
import dev.sealpost.subject.Handles;
import dev.sealpost.subject.Identities;
import dev.sealpost.subject.Recipient;
import dev.sealpost.subject.Recognised;
import dev.sealpost.subject.Replacement;
import dev.sealpost.whatsapp.Keyword;
import dev.sealpost.whatsapp.Sender;
import dev.sealpost.whatsapp.Senders;
import dev.sealpost.whatsapp.cloudapi.Wamids;
import dev.sealpost.whatsapp.notice.Content;
import dev.sealpost.whatsapp.notice.InboundMessage;
import dev.sealpost.whatsapp.notice.NumberChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds out which messages are new and who wrote them. */
@Component
class Arrivals {

    private final InboundRows rows;
    private final Identities identities;
    private final Aliases aliases;
    private final Senders senders;
    private final Keywords keywords;
    private final Wamids wamids;

    Arrivals(
            InboundRows rows,
            Identities identities,
            Aliases aliases,
            Senders senders,
            Keywords keywords,
            Wamids wamids) {
        this.rows = rows;
        this.identities = identities;
        this.aliases = aliases;
        this.senders = senders;
        this.keywords = keywords;
        this.wamids = wamids;
    }

    /** Those of these messages that were not taken in before, each once. */
    List<Arrived> of(List<InboundMessage> messages) {
        Map<String, InboundMessage> byWamid = messages.stream()
                .collect(toMap(
                        message -> wamids.index(message.wamid()), m -> m, (first, again) -> first, LinkedHashMap::new));
        byWamid.keySet().removeAll(rows.known(byWamid.keySet()));
        byWamid.replaceAll((wamid, message) -> moved(message));
        byWamid.values().removeIf(Objects::isNull);
        Set<Handles> people =
                byWamid.values().stream().map(InboundMessage::from).collect(toSet());
        Map<Handles, Recognised> known = identities.recognise(people, Aliases.ACTOR);
        List<Arrived> arrived = new ArrayList<>();
        byWamid.forEach((wamid, message) -> arrived.add(arrived(wamid, message, known.get(message.from()))));
        return arrived;
    }

    private Arrived arrived(String wamid, InboundMessage message, Recognised from) {
        String sender = senders.find(message.phoneNumberId()).map(Sender::name).orElse(null);
        return new Arrived(MessageId.next(), message, wamid, from, sender, keyword(message.content()));
    }

    private Keyword keyword(Content content) {
        return keywords.in(content.words()).orElse(null);
    }

    /** Who changed their number is known by the new one from now on; one whom nobody knew is not made known. */
    private InboundMessage moved(InboundMessage message) {
        if (!(message.content() instanceof NumberChange change)) {
            return message;
        }
        Recipient old = message.from().all().get(0);
        List<Replacement> done = new ArrayList<>();
        if (change.number() != null) {
            done.add(aliases.replace(old, change.number()));
        }
        if (change.previous() != null && change.userId() != null) {
            done.add(aliases.replace(change.previous(), change.userId()));
        }
        boolean known = done.stream().anyMatch(one -> !(one instanceof Replacement.Unknown));
        boolean conflict = done.stream().anyMatch(Replacement.Conflict.class::isInstance);
        return known ? (conflict ? message : by(message, change)) : null;
    }

    private static InboundMessage by(InboundMessage message, NumberChange change) {
        List<Recipient> current = Stream.<Recipient>of(change.number(), change.userId())
                .filter(Objects::nonNull)
                .toList();
        return new InboundMessage(
                message.wamid(),
                message.phoneNumberId(),
                new Handles(current),
                message.at(),
                message.content(),
                message.replyTo(),
                message.group());
    }
}
