package dev.sealpost.whatsapp.inbound;

import dev.sealpost.whatsapp.AccessTokens;
import dev.sealpost.whatsapp.Sender;
import dev.sealpost.whatsapp.Senders;
import dev.sealpost.whatsapp.cloudapi.GraphAnswer;
import dev.sealpost.whatsapp.cloudapi.GraphApi;
import dev.sealpost.whatsapp.request.ReadReceipt;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@link ReadMarks} by the Cloud API; what fails is counted and not tried again, because nothing depends on it. */
@Component
class CloudReadMarks implements ReadMarks {

    private final StoredWamids wamids;
    private final Senders senders;
    private final AccessTokens tokens;
    private final GraphApi graph;
    private final MeterRegistry meters;

    CloudReadMarks(StoredWamids wamids, Senders senders, AccessTokens tokens, GraphApi graph, MeterRegistry meters) {
        this.wamids = wamids;
        this.senders = senders;
        this.tokens = tokens;
        this.graph = graph;
        this.meters = meters;
    }

    @Override
    public void read(InboundRow message) {
        Optional.ofNullable(message.sender()).flatMap(senders::named).ifPresent(sender -> wamids.find(message.id())
                .ifPresent(wamid -> post(sender, wamid)));
    }

    private void post(Sender sender, String wamid) {
        graph.post(tokens.of(sender), sender.phoneNumberId() + "/messages", ReadReceipt.of(wamid, false)).thenAccept(answer -> meters.counter(
                        "sealpost.whatsapp.read_marks",
                        "outcome",
                        answer instanceof GraphAnswer.Ok ? "shown" : "failed")
                .increment());
    }
}
