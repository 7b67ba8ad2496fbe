package dev.sealpost.sandbox.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.account.Account;
import dev.sealpost.sandbox.whatsapp.account.Sender;
import dev.sealpost.sandbox.whatsapp.wire.ControlRequest;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import dev.sealpost.sandbox.whatsapp.wire.PhoneDigits;
import dev.sealpost.sandbox.whatsapp.wire.Problem;
import dev.sealpost.sandbox.whatsapp.wire.Reply;
import dev.sealpost.sandbox.whatsapp.wire.Wamid;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** {@code POST /_sandbox/inbound}: a person writes to one of the business's numbers, the first if none is named. */
final class InboundResource {
    /** Stands for the number of a person of whom only the user id is told. */
    private static final String UNTOLD = "15550009999";

    private final Account account;
    private final InboundMedia media;
    private final EventPost events;

    InboundResource(Account account, InboundMedia media, EventPost events) {
        this.media = media;
        this.account = account;
        this.events = events;
    }

    Reply.Answer post(byte[] body) throws IOException {
        return ControlRequest.read(body, InboundRequest.class, this::write);
    }

    private Reply.Answer write(InboundRequest request) {
        Optional<Sender> to = account.numberOrFirst(request.phoneNumberId());
        Optional<String> objection =
                request.objection().or(() -> to.isPresent() ? Optional.empty() : Optional.of(account.unknownNumber()));
        return objection.map(wrong -> Problem.badRequest(wrong).answer()).orElseGet(() -> write(request, to.get()));
    }

    private Reply.Answer write(InboundRequest request, Sender to) {
        Optional<PhoneDigits> from = request.number();
        ObjectNode content = request.content(to);
        media.complete(content, to);
        var message = new InboundMessage(
                Wamid.next(from.map(PhoneDigits::digits).orElse(UNTOLD)),
                from.map(PhoneDigits::digits),
                Optional.ofNullable(request.userId()),
                to.phoneNumberId(),
                Instant.now(),
                content);
        events.post(message);
        return Reply.Answer.json(200, Json.object().put("id", message.id()));
    }
}
