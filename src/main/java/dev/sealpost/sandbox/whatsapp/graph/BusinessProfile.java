package dev.sealpost.sandbox.whatsapp.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.sandbox.whatsapp.account.NumberStates;
import dev.sealpost.sandbox.whatsapp.account.Sender;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import dev.sealpost.sandbox.whatsapp.wire.Outcome;
import dev.sealpost.sandbox.whatsapp.wire.Reply;
import java.io.IOException;

/** {@code /{phone-number-id}/whatsapp_business_profile}. */
public final class BusinessProfile {
    private static final String ALL =
            "about,address,description,email,profile_picture_url,websites,vertical,messaging_product";

    private final NumberStates states;

    public BusinessProfile(NumberStates states) {
        this.states = states;
    }

    public Outcome get(Sender sender, GraphRequest request) {
        ObjectNode answer = Json.object();
        answer.putArray("data").add(Fields.of(request, ALL).of(states.of(sender).profile()));
        return Outcome.now(Reply.Answer.json(200, answer));
    }

    public Outcome post(Sender sender, GraphRequest request) throws IOException {
        var changes = (ObjectNode) request.lenient().node();
        states.change(sender, state -> state.shownAs(changes));
        return Success.OUTCOME;
    }
}
