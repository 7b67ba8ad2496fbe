package dev.sealpost.pacing;

import dev.sealpost.audit.AuditLog;
import dev.sealpost.audit.AuditRecord;
import dev.sealpost.message.MessageId;
import dev.sealpost.message.SubjectRef;
import dev.sealpost.testing.Parts;
import dev.sealpost.window.Chat;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The limits on a real database, as several hubs have them. */
class Paces {

    static final String SHOP = "shop";
    static final String CLINIC = "clinic";
    static final DataSource DATABASE = Parts.database().dataSource();

    final JdbcClient jdbc = JdbcClient.create(DATABASE);
    final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(DATABASE));
    final List<AuditRecord> audited = new ArrayList<>();
    private PacingSettings settings = settings(Duration.ofSeconds(6), 3, Duration.ofHours(24));

    Paces() {
        jdbc.sql("TRUNCATE number_pace, pair_pace, person_delay, tier_use, tier_contact, marketing_pace")
                .update();
    }

    Paces with(PacingSettings value) {
        settings = value;
        return this;
    }

    static PacingSettings settings(Duration pairEvery, int pairBurst, Duration tierWindow) {
        return new PacingSettings(
                10,
                Duration.ofMinutes(1),
                new PacingSettings.Pair(pairEvery, pairBurst),
                new PacingSettings.Tier(tierWindow, Duration.ZERO, Duration.ofMinutes(5)),
                new PacingSettings.Marketing(Set.of("US"), Duration.ofHours(24), Duration.ZERO));
    }

    PacingSettings withQuiet(Duration quiet) {
        return new PacingSettings(
                settings.headroom(),
                settings.recovery(),
                settings.pair(),
                settings.tier(),
                new PacingSettings.Marketing(Set.of("US"), Duration.ofHours(24), quiet));
    }

    static PacedSenders senders(int perSecond, int tier) {
        return () ->
                List.of(new PacedSender(SHOP, "p", perSecond, tier), new PacedSender(CLINIC, "p", perSecond, tier));
    }

    NumberPace numbers(int perSecond) {
        return new NumberPace(
                senders(perSecond, PacedSender.UNLIMITED), new NumberTable(jdbc), new Audited(audited), settings);
    }

    TierLimits limits(int tier) {
        return new TierLimits(
                senders(PacedSender.UNLIMITED, tier), new TierTable(jdbc, settings), new Audited(audited));
    }

    PeoplePace people(int tier) {
        return people(limits(tier), tier);
    }

    PeoplePace people(TierLimits limits, int tier) {
        var tiers = new TierPace(senders(PacedSender.UNLIMITED, tier), new TierTable(jdbc, settings), limits, settings);
        return new PeoplePace(
                new PairTable(jdbc, settings), new MarketingPace(jdbc, settings), tiers, new SimpleMeterRegistry());
    }

    /** As a claim does: asks, and sends what may go. @return what has to wait */
    Map<MessageId, Postponement> claim(PeoplePace pace, List<Planned> planned) {
        return in(() -> {
            Map<MessageId, Postponement> postponed = pace.review(planned);
            List<Planned> going = planned.stream()
                    .filter(message -> !postponed.containsKey(message.message()))
                    .toList();
            if (!going.isEmpty()) {
                pace.claimed(going);
            }
            return postponed;
        });
    }

    <T> T in(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    static Planned to(SubjectRef person) {
        return to(SHOP, person, false, false);
    }

    static Planned to(String sender, SubjectRef person, boolean marketing, boolean windowOpen) {
        return new Planned(MessageId.next(), new Chat(sender, person), marketing, windowOpen);
    }

    record Audited(List<AuditRecord> records) implements AuditLog {

        @Override
        public void append(Collection<AuditRecord> entries) {
            records.addAll(entries);
        }
    }
}
