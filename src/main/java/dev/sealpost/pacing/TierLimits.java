package dev.sealpost.pacing;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.sealpost.audit.AuditKind;
import dev.sealpost.audit.AuditLog;
import dev.sealpost.audit.AuditRecord;
import java.util.Map;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many people each portfolio may begin with: the lower of the configuration's word and Meta's. Where several senders of a portfolio
 * have a limit, the lowest is the portfolio's.
 */
@Component
public class TierLimits {

    private final Map<String, String> portfolios;
    private final Map<String, Integer> configured;
    private final TierTable table;
    private final AuditLog audit;
    private volatile Map<String, Integer> told;

    TierLimits(PacedSenders senders, TierTable table, AuditLog audit) {
        this.portfolios = senders.all().stream().collect(toUnmodifiableMap(PacedSender::name, PacedSender::portfolio));
        this.configured =
                senders.all().stream().collect(toUnmodifiableMap(PacedSender::portfolio, PacedSender::tier, Math::min));
        this.table = table;
        this.audit = audit;
    }

    /**
     * Meta says what the limit is (a webhook's {@code current_limit} or the like). Takes part in the caller's transaction, and is
     * audited there if it is news; in effect at once.
     *
     * @param sender one of the portfolio
     * @param word as Meta writes it: {@code TIER_2K}, {@code 2000}, {@code TIER_UNLIMITED}
     * @return whether the word is known, and the sender is
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean told(String sender, String word) {
        OptionalInt people = TierWord.people(word);
        String portfolio = portfolios.get(sender);
        if (people.isEmpty() || portfolio == null) {
            return false;
        }
        if (table.tell(portfolio, people.getAsInt())) {
            refresh();
            audit.append(AuditRecord.of(AuditKind.PORTFOLIO_TIER)
                    .by("whatsapp")
                    .outcome("told")
                    .evidence("portfolio", portfolio)
                    .evidence("tier", word)
                    .build());
        }
        return true;
    }

    boolean isLimited(String portfolio) {
        return configured(portfolio) != PacedSender.UNLIMITED || told(portfolio) != PacedSender.UNLIMITED;
    }

    /** @param use as it stands in the database, which knows of Meta's word first */
    int limit(TierUse use) {
        return Math.min(configured(use.portfolio()), use.told());
    }

    /** Learns what other hubs were told. */
    void refresh() {
        told = table.all().stream().collect(toMap(TierUse::portfolio, TierUse::told));
    }

    private int configured(String portfolio) {
        return configured.getOrDefault(portfolio, PacedSender.UNLIMITED);
    }

    private int told(String portfolio) {
        if (told == null) {
            refresh();
        }
        return told.getOrDefault(portfolio, PacedSender.UNLIMITED);
    }
}
