package dev.sealpost.sandbox.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.sandbox.whatsapp.account.NumberStates;
import dev.sealpost.sandbox.whatsapp.account.Sender;
import dev.sealpost.sandbox.whatsapp.graph.Endpoint;
import dev.sealpost.sandbox.whatsapp.graph.GraphRequest;
import dev.sealpost.sandbox.whatsapp.graph.Success;
import dev.sealpost.sandbox.whatsapp.message.MessageCheck;
import dev.sealpost.sandbox.whatsapp.message.OutgoingMessage;
import dev.sealpost.sandbox.whatsapp.message.ReadReceipt;
import dev.sealpost.sandbox.whatsapp.wire.Checked;
import dev.sealpost.sandbox.whatsapp.wire.ErrorTable;
import dev.sealpost.sandbox.whatsapp.wire.MetaError;
import dev.sealpost.sandbox.whatsapp.wire.Outcome;
import java.io.IOException;
import java.util.Optional;

/**
 * {@code POST /{version}/{phone-number-id}/messages}: faults first, as an overloaded edge would, then the checks; what
 * passes is handed to {@link Acceptance}.
 */
final class SendMessage implements Endpoint.OfNumber {
    private static final int NOT_REGISTERED = 133010;

    private final MessageCheck check;
    private final ReadReceipt receipt;
    private final Faults faults;
    private final ErrorTable errors;
    private final NumberStates numbers;
    private final ReadReceipts receipts;
    private final Acceptance acceptance;

    SendMessage(MessageCheck check, ErrorTable errors, Faults faults, Storage storage, Acceptance acceptance) {
        this.check = check;
        this.receipt = new ReadReceipt(errors);
        this.faults = faults;
        this.errors = errors;
        this.numbers = storage.numbers();
        this.receipts = storage.receipts();
        this.acceptance = acceptance;
    }

    @Override
    public Outcome answer(Sender sender, GraphRequest posted) throws IOException {
        Strike strike = faults.strike(sender.phoneNumberId());
        Optional<JsonNode> request = posted.fields();
        if (request.isEmpty()) {
            return Endpoint.refused(errors.invalid("The request is not a JSON object."));
        }
        if (strike.refusal().isPresent()) {
            return acceptance.refuse(sender, request.get(), strike);
        }
        if (!numbers.of(sender).registered()) {
            return acceptance.refuse(sender, request.get(), errors.get(NOT_REGISTERED), strike);
        }
        return ReadReceipt.isMeant(request.get()) ? read(sender, request.get()) : send(sender, request.get(), strike);
    }

    private Outcome read(Sender sender, JsonNode request) throws IOException {
        Optional<MetaError> fault = receipt.fault(request);
        if (fault.isPresent()) {
            return Endpoint.refused(fault.get());
        }
        receipts.add(sender.phoneNumberId(), request);
        return Success.OUTCOME;
    }

    private Outcome send(Sender sender, JsonNode request, Strike strike) throws IOException {
        Checked<OutgoingMessage> checked = check.check(sender, request);
        return checked instanceof Checked.Valid<OutgoingMessage> valid
                ? acceptance.accept(sender, valid.value(), strike)
                : acceptance.refuse(sender, request, checked.error().orElseThrow(), strike);
    }
}
