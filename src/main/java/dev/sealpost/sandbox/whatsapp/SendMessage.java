package dev.sealpost.sandbox.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.limit.Attempt;
import dev.sealpost.sandbox.whatsapp.limit.LimitKind;
import dev.sealpost.sandbox.whatsapp.limit.SendingLimits;
import dev.sealpost.sandbox.whatsapp.wire.Checked;
import dev.sealpost.sandbox.whatsapp.wire.ErrorTable;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import dev.sealpost.sandbox.whatsapp.wire.Outcome;
import dev.sealpost.sandbox.whatsapp.wire.Reply;
import java.io.IOException;
import java.util.Optional;

/**
 * {@code POST /{version}/{phone-number-id}/messages}: faults first, as an overloaded edge would, then the checks, then the
 * recipient's magic; what passes is on record before it is answered.
 */
final class SendMessage {
    private final RequestCheck check;
    private final MagicRecipients magic;
    private final Faults faults;
    private final FaultReplies replies;
    private final ErrorTable errors;
    private final SendingLimits limits;
    private final ReceivedMessages received;
    private final RefusedRequests refused;
    private final Notices notices;

    SendMessage(
            ErrorTable errors,
            Faults faults,
            SendingLimits limits,
            ReceivedMessages received,
            RefusedRequests refused,
            Notices notices) {
        this.check = new RequestCheck(errors, new Templates());
        this.magic = new MagicRecipients(errors);
        this.replies = new FaultReplies(errors);
        this.faults = faults;
        this.errors = errors;
        this.limits = limits;
        this.received = received;
        this.refused = refused;
        this.notices = notices;
    }

    Outcome post(Sender sender, byte[] body) throws IOException {
        Strike strike = faults.strike(sender.phoneNumberId());
        Optional<JsonNode> request = parse(body);
        if (request.isEmpty()) {
            return Outcome.now(
                    errors.invalid("The request is not a JSON object.").answer());
        }
        if (strike.refusal().isPresent()) {
            return refuse(sender, request.get(), strike);
        }
        Checked<OutgoingMessage> checked = check.check(request.get());
        if (checked instanceof Checked.Invalid<OutgoingMessage> invalid) {
            refused.add(
                    sender.phoneNumberId(),
                    request.get(),
                    Integer.toString(invalid.error().code()));
            return new Outcome(invalid.error().answer(), strike.delay());
        }
        OutgoingMessage message = ((Checked.Valid<OutgoingMessage>) checked).value();
        Optional<LimitKind> exceeded = limits.exceeded(attempt(sender, message));
        if (exceeded.isPresent()) {
            return refuse(sender, message.request(), limited(exceeded.get()));
        }
        return post(sender, message, strike);
    }

    private static Attempt attempt(Sender sender, OutgoingMessage message) {
        return new Attempt(
                sender.phoneNumberId(), sender.account(), message.to().digits(), false);
    }

    private static Strike limited(LimitKind exceeded) {
        return Strike.answering(Fault.error(FaultKind.ERROR, exceeded.code()));
    }

    private Outcome post(Sender sender, OutgoingMessage message, Strike ordered) throws IOException {
        Strike strike = magic.strike(message.to()).orElse(ordered);
        if (strike.refusal().isPresent()) {
            return refuse(sender, message.request(), strike);
        }
        var receipt = received.receive(sender.phoneNumberId(), message, strike.failsWith());
        notices.received(sender.phoneNumberId(), receipt.index(), strike);
        Reply reply = strike.answer().map(replies::reply).orElseGet(() -> accepted(message, receipt.id()));
        return new Outcome(reply, strike.delay());
    }

    private Outcome refuse(Sender sender, JsonNode request, Strike strike) throws IOException {
        Fault fault = strike.refusal().orElseThrow();
        refused.add(sender.phoneNumberId(), request, replies.name(fault));
        return new Outcome(replies.reply(fault), strike.delay());
    }

    private static Optional<JsonNode> parse(byte[] body) {
        try {
            return Optional.ofNullable(Json.MAPPER.readTree(body)).filter(JsonNode::isObject);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Reply accepted(OutgoingMessage message, String id) {
        ObjectNode answer = Json.object().put("messaging_product", "whatsapp");
        answer.putArray("contacts")
                .addObject()
                .put("input", message.input())
                .put("wa_id", message.to().digits());
        ObjectNode accepted = answer.putArray("messages").addObject().put("id", id);
        if (message.content().template().isPresent()) {
            accepted.put("message_status", "accepted");
        }
        return Reply.Answer.json(200, answer);
    }
}
