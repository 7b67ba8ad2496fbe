package dev.sealpost.whatsapp.inbound;

import dev.sealpost.whatsapp.ReadReceipts;
import dev.sealpost.whatsapp.Sender;
import dev.sealpost.whatsapp.Senders;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@link ReadMarks} by the Cloud API; what fails is counted and not tried again, because nothing depends on it. */
@Component
class CloudReadMarks implements ReadMarks {

    private final StoredWamids wamids;
    private final Senders senders;
    private final ReadReceipts receipts;
    private final MeterRegistry meters;

    CloudReadMarks(StoredWamids wamids, Senders senders, ReadReceipts receipts, MeterRegistry meters) {
        this.wamids = wamids;
        this.senders = senders;
        this.receipts = receipts;
        this.meters = meters;
    }

    @Override
    public void read(InboundRow message) {
        Optional.ofNullable(message.sender()).flatMap(senders::named).ifPresent(sender -> wamids.find(message.id())
                .ifPresent(wamid -> tell(sender, wamid)));
    }

    private void tell(Sender sender, String wamid) {
        receipts.tell(sender, wamid, false).thenAccept(refused -> meters.counter(
                        "sealpost.whatsapp.read_marks", "outcome", refused.isEmpty() ? "shown" : "failed")
                .increment());
    }
}
