package dev.sealpost.delivery;

import dev.sealpost.message.Reason;
import dev.sealpost.sealing.OpenedContent;
import dev.sealpost.sealing.Sealer;
import dev.sealpost.vault.SealBroken;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Opens claimed messages and hands them to the channel. Each gets exactly one outcome, whatever the channel does: what it throws, or
 * does not answer within the lease, is uncertain, because it may have been sent.
 */
@Component
class Sender {

    /** The content is not what was sealed. Final: it must not be sent, and trying again would not mend it. */
    static final Reason SEAL_BROKEN = Reason.of("seal-broken", "the content does not open under the person's key");

    private static final DeliveryOutcome UNANSWERED =
            new DeliveryOutcome.Uncertain(Reason.of("no-outcome", "the channel did not answer within the lease"));
    private static final Reason CHANNEL_FAULT = Reason.of("channel-fault", "the channel failed in an unforeseen way");
    private static final Logger log = LoggerFactory.getLogger(Sender.class);

    private final Channel channel;
    private final Sealer sealer;
    private final Duration lease;

    /** @throws LeaseTooShort if a send can outlive its lease */
    Sender(Channel channel, Sealer sealer, DeliverySettings settings) {
        this.channel = channel;
        this.sealer = sealer;
        this.lease = settings.lease();
        if (lease.compareTo(channel.deadline()) <= 0) {
            throw new LeaseTooShort(lease, channel);
        }
    }

    void send(List<ClaimedMessage> messages, Consumer<Outcome> arrival) {
        messages.forEach(message -> send(message, arrival));
    }

    private void send(ClaimedMessage message, Consumer<Outcome> arrival) {
        long start = System.nanoTime();
        var records = new AttemptRecords();
        attempt(message, records)
                .completeOnTimeout(UNANSWERED, lease.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((result, fault) ->
                        arrival.accept(new Outcome(message, certain(message, result, fault), since(start), records)));
    }

    private CompletableFuture<DeliveryOutcome> attempt(ClaimedMessage message, AttemptRecords records) {
        try {
            return channel.send(opened(message, records)).copy();
        } catch (SealBroken e) {
            log.error("{} does not open; it is not sent", message);
            return CompletableFuture.completedFuture(DeliveryOutcome.Rejected.beforeSending(SEAL_BROKEN));
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private OutboundMessage opened(ClaimedMessage message, AttemptRecords records) {
        MessageFacts facts = message.message();
        OpenedContent content = sealer.open(message.sealed(), message.key());
        return new OutboundMessage(
                facts.id(),
                facts.flow(),
                facts.purpose(),
                message.template(),
                message.sender(),
                message.windowUntil(),
                content,
                records);
    }

    private static DeliveryOutcome certain(ClaimedMessage message, DeliveryOutcome result, Throwable fault) {
        if (result != null) {
            return result;
        }
        log.error(
                "{}: the channel gave no outcome ({})",
                message,
                fault == null ? "null" : fault.getClass().getName());
        return new DeliveryOutcome.Uncertain(CHANNEL_FAULT);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
