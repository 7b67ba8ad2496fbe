package dev.sealpost.whatsapp.inbound;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.sealpost.audit.AuditLog;
import dev.sealpost.pacing.NumberPace;
import dev.sealpost.whatsapp.KeywordHeard;
import dev.sealpost.whatsapp.notice.BusinessNotice;
import dev.sealpost.whatsapp.notice.InboundMessage;
import dev.sealpost.whatsapp.notice.MarketingPreference;
import dev.sealpost.whatsapp.notice.Notice;
import dev.sealpost.whatsapp.notice.UserIdChange;
import dev.sealpost.window.Chat;
import dev.sealpost.window.ServiceWindows;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** {@link Inbound}, one thing after the other. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class InboundWork implements Inbound {

    /** What WhatsApp tells about people, and what they take back, is no message of theirs: it opens no service window. */
    private static final Set<String> TOLD = Set.of("number-changed", "identity-changed", "deleted");

    private final Arrivals arrivals;
    private final TakeIn takeIn;
    private final Aliases aliases;
    private final Withdrawals withdrawals;
    private final BusinessNotices business;
    private final ServiceWindows windows;
    private final NumberPace pace;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final InboundWakeUp wakeUp;

    InboundWork(
            Arrivals arrivals,
            TakeIn takeIn,
            Aliases aliases,
            Withdrawals withdrawals,
            BusinessNotices business,
            ServiceWindows windows,
            NumberPace pace,
            AuditLog audit,
            ApplicationEventPublisher events,
            InboundWakeUp wakeUp) {
        this.arrivals = arrivals;
        this.takeIn = takeIn;
        this.aliases = aliases;
        this.withdrawals = withdrawals;
        this.business = business;
        this.windows = windows;
        this.pace = pace;
        this.audit = audit;
        this.events = events;
        this.wakeUp = wakeUp;
    }

    @Override
    public void take(List<Notice> notices) {
        only(UserIdChange.class, notices).forEach(change -> aliases.replace(change.previous(), change.current()));
        List<InboundMessage> messages = only(InboundMessage.class, notices);
        if (!messages.isEmpty()) {
            written(messages);
        }
        withdrawals.ofMarketing(only(MarketingPreference.class, notices));
        business.take(only(BusinessNotice.class, notices));
    }

    @Override
    public void reached(List<Reached> reached) {
        aliases.add(reached);
    }

    private void written(List<InboundMessage> messages) {
        List<Arrived> taken = takeIn.store(arrivals.of(messages));
        windows.opened(taken.stream()
                .filter(InboundWork::opensWindow)
                .collect(toMap(
                        one -> new Chat(one.sender(), one.from().subject()),
                        one -> one.message().at(),
                        (one, other) -> one.isAfter(other) ? one : other)));
        withdrawals.of(taken);
        List<Arrived> heard =
                taken.stream().filter(one -> one.keyword() != null).toList();
        audit.append(heard.stream().map(InboundRecords::keyword).toList());
        heard.forEach(one -> events.publishEvent(new KeywordHeard(
                one.keyword(),
                one.from().subject(),
                one.id(),
                one.sender(),
                one.message().at())));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                taken.stream()
                        .map(Arrived::sender)
                        .filter(Objects::nonNull)
                        .collect(groupingBy(sender -> sender, counting()))
                        .forEach((sender, count) -> pace.received(sender, count.intValue()));
                wakeUp.call();
            }
        });
    }

    private static boolean opensWindow(Arrived one) {
        return one.sender() != null
                && !one.message().group()
                && !TOLD.contains(one.message().content().kind());
    }

    private static <N> List<N> only(Class<N> type, List<Notice> notices) {
        return notices.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
