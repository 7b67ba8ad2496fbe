package dev.sealpost.pacing;

import dev.sealpost.audit.AuditKind;
import dev.sealpost.audit.AuditLog;
import dev.sealpost.audit.AuditRecord;
import dev.sealpost.message.Reason;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * How many messages a second each number may send, all hubs together ({@code throughput} in {@code config/senders.yml}). Numbers without
 * a limit cost nothing.
 *
 * <p>Not guaranteed: that several hubs whose network stands still at the same time stay under the limit when it goes on; a single one
 * does.
 */
@Component
public class NumberPace {

    private final NumberTable table;
    private final AuditLog audit;
    private final Map<String, NumberRate> rates;
    private final Map<String, NumberLease> leases;

    NumberPace(PacedSenders senders, NumberTable table, AuditLog audit, PacingSettings settings) {
        this.table = table;
        this.audit = audit;
        Map<String, PacedSender> limited = senders.all().stream()
                .filter(PacedSender::isLimited)
                .collect(Collectors.toUnmodifiableMap(PacedSender::name, Function.identity()));
        rates = limited.values().stream()
                .collect(Collectors.toUnmodifiableMap(PacedSender::name, sender -> NumberRate.of(sender, settings)));
        leases = rates.values().stream()
                .collect(Collectors.toUnmodifiableMap(
                        NumberRate::sender,
                        rate -> new NumberLease(
                                rate, limited.get(rate.sender()).perSecond(), table, System.nanoTime())));
    }

    /** How many of so many may be sent now. Each is given back or answered afterwards. One short statement at most. */
    public int admit(String sender, int atMost) {
        NumberLease lease = leases.get(sender);
        return lease == null ? atMost : lease.admit(atMost, System.nanoTime());
    }

    /** So many of those admitted are not sent. */
    public void giveBack(String sender, int count) {
        NumberLease lease = leases.get(sender);
        if (lease != null && count > 0) {
            lease.giveBack(count);
        }
    }

    /** As many waited as were admitted: there may be more. */
    public void exhausted(String sender) {
        NumberLease lease = leases.get(sender);
        if (lease != null) {
            lease.exhausted();
        }
    }

    /** One of those admitted has its outcome. */
    public void answered(String sender, Duration took) {
        NumberLease lease = leases.get(sender);
        if (lease != null) {
            lease.answered(System.nanoTime(), took.toNanos());
        }
    }

    /** People wrote to this number: that counts too. */
    public void received(String sender, int count) {
        NumberLease lease = leases.get(sender);
        if (lease != null) {
            lease.received(count, System.nanoTime());
        }
    }

    /**
     * Meta asks for fewer messages: the number's rate is halved, not below one a second, and rises again evenly. Refusals of the same
     * moment count once. Audited in the caller's transaction; a number without a limit stays without.
     */
    public void slow(Set<String> senders, Reason why) {
        senders.stream().sorted().map(rates::get).filter(Objects::nonNull).forEach(rate -> slow(rate, why));
    }

    private void slow(NumberRate rate, Reason why) {
        table.slow(rate)
                .forEach(perSecond -> audit.append(AuditRecord.of(AuditKind.SENDER_SLOWED)
                        .outcome("slowed")
                        .reason(why)
                        .evidence("sender", rate.sender())
                        .evidence("perSecond", Math.round(perSecond))
                        .build()));
    }

    /** What each limited number is allowed, and its rate now. One statement a number. */
    Map<String, Double> rates() {
        return rates.values().stream().collect(Collectors.toMap(NumberRate::sender, table::rate));
    }

    double fullRate(String sender) {
        return rates.get(sender).perSecond();
    }
}
