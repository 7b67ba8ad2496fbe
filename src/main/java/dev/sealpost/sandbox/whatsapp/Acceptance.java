package dev.sealpost.sandbox.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.ServiceWindows.Enforcement;
import dev.sealpost.sandbox.whatsapp.account.Sender;
import dev.sealpost.sandbox.whatsapp.limit.Attempt;
import dev.sealpost.sandbox.whatsapp.limit.LimitKind;
import dev.sealpost.sandbox.whatsapp.limit.SendingLimits;
import dev.sealpost.sandbox.whatsapp.message.OutgoingMessage;
import dev.sealpost.sandbox.whatsapp.wire.ErrorTable;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import dev.sealpost.sandbox.whatsapp.wire.MetaError;
import dev.sealpost.sandbox.whatsapp.wire.Outcome;
import dev.sealpost.sandbox.whatsapp.wire.Reply;
import java.io.IOException;
import java.util.Optional;

/**
 * Takes a message that passed the checks, unless a limit, the 24-hour window or the recipient's magic is against it; what is
 * taken is on record before it is answered.
 */
final class Acceptance {
    private static final int WINDOW_CLOSED = 131047;

    private final ErrorTable errors;
    private final MagicRecipients magic;
    private final FaultReplies replies;
    private final SendingLimits limits;
    private final ServiceWindows windows;
    private final ReceivedMessages received;
    private final RefusedRequests refused;
    private final Notices notices;

    Acceptance(ErrorTable errors, SendingLimits limits, ServiceWindows windows, Storage storage, Notices notices) {
        this.errors = errors;
        this.magic = new MagicRecipients(errors);
        this.replies = new FaultReplies(errors);
        this.limits = limits;
        this.windows = windows;
        this.received = storage.messages();
        this.refused = storage.refused();
        this.notices = notices;
    }

    Outcome accept(Sender sender, OutgoingMessage message, Strike ordered) throws IOException {
        boolean open = windows.isOpen(sender.phoneNumberId(), message.to().person());
        Optional<LimitKind> exceeded = limits.exceeded(new Attempt(
                sender.phoneNumberId(), sender.account(), message.to().person(), open));
        if (exceeded.isPresent()) {
            return refuse(sender, message.request(), errors.get(exceeded.get().code()), ordered);
        }
        boolean outside = message.content().isFreeForm() && !open;
        if (outside && windows.enforcement() == Enforcement.ANSWER) {
            return refuse(sender, message.request(), errors.get(WINDOW_CLOSED), ordered);
        }
        Strike strike = magic.strike(message.to(), ordered);
        if (strike.refusal().isPresent()) {
            return refuse(sender, message.request(), strike);
        }
        return take(sender, message, outside ? failing(strike) : strike);
    }

    private Strike failing(Strike strike) {
        boolean fails = windows.enforcement() == Enforcement.WEBHOOK
                && strike.failsWith().isEmpty();
        return fails ? strike.failingWith(WINDOW_CLOSED) : strike;
    }

    private Outcome take(Sender sender, OutgoingMessage message, Strike strike) throws IOException {
        Optional<Integer> failsWith = strike.failsWith().or(message.content()::failsWith);
        var receipt = received.receive(sender.phoneNumberId(), message, failsWith);
        notices.received(sender.phoneNumberId(), receipt.index(), failsWith, strike);
        Reply reply = strike.answer().map(replies::reply).orElseGet(() -> accepted(message, receipt.id()));
        return new Outcome(reply, strike.delay());
    }

    Outcome refuse(Sender sender, JsonNode request, Strike strike) throws IOException {
        Fault fault = strike.refusal().orElseThrow();
        refused.add(sender.phoneNumberId(), request, replies.name(fault));
        return new Outcome(replies.reply(fault), strike.delay());
    }

    Outcome refuse(Sender sender, JsonNode request, MetaError error, Strike strike) throws IOException {
        refused.add(sender.phoneNumberId(), request, Integer.toString(error.code()));
        return new Outcome(error.answer(), strike.delay());
    }

    private static Reply accepted(OutgoingMessage message, String id) {
        ObjectNode answer = Json.object().put("messaging_product", "whatsapp");
        ObjectNode contact = answer.putArray("contacts")
                .addObject()
                .put("input", message.to().input());
        String field = message.to().number().isPresent() ? "wa_id" : "user_id";
        contact.put(field, message.to().person());
        ObjectNode accepted = answer.putArray("messages").addObject().put("id", id);
        if (message.content().template().isPresent()) {
            accepted.put("message_status", "accepted");
        }
        return Reply.Answer.json(200, answer);
    }
}
