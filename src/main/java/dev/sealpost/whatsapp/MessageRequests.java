package dev.sealpost.whatsapp;

import dev.sealpost.delivery.DeliveryOutcome;
import dev.sealpost.delivery.DeliveryOutcome.Accepted;
import dev.sealpost.delivery.DeliveryOutcome.Refusal;
import dev.sealpost.delivery.DeliveryOutcome.Rejected;
import dev.sealpost.delivery.DeliveryOutcome.RetryLater;
import dev.sealpost.delivery.OutboundMessage;
import dev.sealpost.delivery.Scope;
import dev.sealpost.message.Reason;
import dev.sealpost.pause.PauseScope;
import dev.sealpost.pause.Pauses;
import dev.sealpost.whatsapp.media.MediaFile;
import dev.sealpost.whatsapp.media.MediaUploads;
import dev.sealpost.whatsapp.request.Approvals;
import dev.sealpost.whatsapp.request.Composer;
import dev.sealpost.whatsapp.request.Composition;
import dev.sealpost.whatsapp.request.Composition.Awaiting;
import dev.sealpost.whatsapp.request.Composition.Ready;
import dev.sealpost.whatsapp.request.Composition.Waiting;
import dev.sealpost.whatsapp.request.InboundWamids;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Makes the requests for messages, and learns from how the Cloud API takes them. */
@Component
class MessageRequests {

    private static final int OUTSIDE_WINDOW = 131047;
    private static final int MEDIA_UPLOAD = 131053;

    /** The window must not close while the message is on its way. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private static final Duration UPLOAD = Duration.ofSeconds(2);

    private final Composer composer;
    private final MediaUploads uploads;
    private final InboundWamids inbound;
    private final Approvals approvals;
    private final ReachedPeople reached;
    private final EarlyClosings closings;
    private final AccessTokens tokens;
    private final Pauses pauses;

    MessageRequests(
            Composer composer,
            MediaUploads uploads,
            ObjectProvider<InboundWamids> inbound,
            ObjectProvider<Approvals> approvals,
            ObjectProvider<ReachedPeople> reached,
            EarlyClosings closings,
            AccessTokens tokens,
            Pauses pauses) {
        this.composer = composer;
        this.uploads = uploads;
        this.inbound = inbound.getIfAvailable(() -> message -> Optional.empty());
        this.approvals = approvals.getIfAvailable(() -> (account, template, language) -> true);
        this.reached = reached.getIfAvailable(() -> (message, by) -> {});
        this.closings = closings;
        this.tokens = tokens;
        this.pauses = pauses;
    }

    /** What could not be asked was not sent: the message waits. */
    Composition compose(OutboundMessage message, Sender sender) {
        try {
            Composition made = composer.compose(message, isOpen(message), references(sender));
            return made instanceof Ready ready ? unlessPaused(ready) : made;
        } catch (DataAccessException unanswered) {
            return new Waiting(Reason.of("not-prepared", "the database did not answer"));
        }
    }

    /** The claim knows the message by its name, not the template that goes in its place. */
    private Composition unlessPaused(Ready ready) {
        return ready.facts()
                .instead()
                .flatMap(instead -> pauses.recent().of(PauseScope.TEMPLATE, instead.template()))
                .<Composition>map(pause -> new Waiting(Reason.of(
                        "paused",
                        "%s %s, %s"
                                .formatted(
                                        pause.scope(),
                                        pause.key(),
                                        pause.reason().word()))))
                .orElse(ready);
    }

    /** Has the files uploaded that the message waits for. */
    DeliveryOutcome upload(Awaiting awaiting, Sender sender) {
        SenderReferences references = references(sender);
        Optional<Reason> refused = awaiting.files().stream()
                .flatMap(file -> uploads.refusal(references.account(), file).stream())
                .findFirst();
        awaiting.files().forEach(file -> uploads.begin(references.account(), file));
        Reason why = refused.orElseGet(() -> Reason.of("media-upload", "a file is being uploaded"));
        return new RetryLater(why, UPLOAD, refused.isPresent() ? Scope.MESSAGE : Scope.PAUSED);
    }

    /** What the outcome of a request means, when the hub can do something about it. */
    DeliveryOutcome learn(DeliveryOutcome outcome, Ready.Facts facts, OutboundMessage message, Sender sender) {
        if (outcome instanceof Accepted accepted) {
            reached.note(message.id(), accepted.reached());
        }
        if (!(outcome instanceof Rejected refused) || refused.code() == null) {
            return outcome;
        }
        if (refused.code() == OUTSIDE_WINDOW && facts.otherwise()) {
            closings.add(message.id());
            return again(refused);
        }
        if (refused.code() == MEDIA_UPLOAD && !facts.files().isEmpty()) {
            forget(facts.files(), sender);
            return again(refused);
        }
        return outcome;
    }

    private void forget(List<MediaFile> files, Sender sender) {
        files.forEach(file -> uploads.forget(references(sender).account(), file));
    }

    private boolean isOpen(OutboundMessage message) {
        return message.windowUntil() != null
                && Instant.now().plus(MARGIN).isBefore(message.windowUntil())
                && !closings.contains(message.id());
    }

    private SenderReferences references(Sender sender) {
        return new SenderReferences(sender, tokens.of(sender), uploads, inbound, approvals);
    }

    private static DeliveryOutcome again(Refusal refused) {
        return new RetryLater(refused.reason(), refused.code(), null, Scope.MESSAGE, Set.of());
    }
}
