package dev.sealpost.whatsapp.inbound;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sealpost.whatsapp.Sender;
import dev.sealpost.whatsapp.Senders;
import dev.sealpost.whatsapp.cloudapi.GraphAnswer;
import dev.sealpost.whatsapp.cloudapi.GraphApi;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@link ReadMarks} by the Cloud API; what fails is counted and not tried again, because nothing depends on it. */
@Component
class CloudReadMarks implements ReadMarks {

    private final StoredWamids wamids;
    private final Senders senders;
    private final GraphApi graph;
    private final MeterRegistry meters;

    CloudReadMarks(StoredWamids wamids, Senders senders, GraphApi graph, MeterRegistry meters) {
        this.wamids = wamids;
        this.senders = senders;
        this.graph = graph;
        this.meters = meters;
    }

    @Override
    public void read(InboundRow message) {
        Optional.ofNullable(message.sender()).flatMap(senders::named).ifPresent(sender -> wamids.find(message.id())
                .ifPresent(wamid -> post(sender, wamid)));
    }

    private void post(Sender sender, String wamid) {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("messaging_product", "whatsapp")
                .put("status", "read")
                .put("message_id", wamid);
        graph.post(sender.token(), sender.phoneNumberId() + "/messages", body).thenAccept(answer -> meters.counter(
                        "sealpost.whatsapp.read_marks",
                        "outcome",
                        answer instanceof GraphAnswer.Ok ? "shown" : "failed")
                .increment());
    }
}
