package dev.sealpost.sandbox.whatsapp.graph;

import dev.sealpost.sandbox.whatsapp.account.Access;
import dev.sealpost.sandbox.whatsapp.account.Sender;
import dev.sealpost.sandbox.whatsapp.wire.MetaError;
import dev.sealpost.sandbox.whatsapp.wire.Outcome;
import dev.sealpost.sandbox.whatsapp.wire.Reply;
import java.io.IOException;
import java.util.Optional;

/** Answers calls on one kind of object, or on one edge of it. */
@FunctionalInterface
public interface Endpoint {
    /**
     * @param id of the object, whose existence is not yet known
     * @return empty if it is not the object's kind, or not one that the caller may see
     */
    Optional<Outcome> answer(Access access, String id, GraphRequest request) throws IOException;

    /** What is asked of a phone number. */
    @FunctionalInterface
    interface OfNumber {
        Outcome answer(Sender sender, GraphRequest request) throws IOException;
    }

    /** What is asked of an account. */
    @FunctionalInterface
    interface OfAccount {
        Reply.Answer answer(String account, GraphRequest request) throws IOException;
    }

    static Endpoint number(OfNumber endpoint) {
        return (access, id, request) -> {
            Optional<Sender> sender = access.number(id);
            return sender.isEmpty() ? Optional.empty() : Optional.of(endpoint.answer(sender.get(), request));
        };
    }

    static Endpoint account(OfAccount endpoint) {
        return (access, id, request) ->
                access.ownsAccount(id) ? Optional.of(Outcome.now(endpoint.answer(id, request))) : Optional.empty();
    }

    /** This one, or the other where it is not the object's kind. */
    default Endpoint or(Endpoint other) {
        return (access, id, request) -> {
            Optional<Outcome> outcome = answer(access, id, request);
            return outcome.isPresent() ? outcome : other.answer(access, id, request);
        };
    }

    static Outcome refused(MetaError error) {
        return Outcome.now(error.answer());
    }
}
