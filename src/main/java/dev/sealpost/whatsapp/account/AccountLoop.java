package dev.sealpost.whatsapp.account;

import dev.sealpost.whatsapp.Senders;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps what this hub knows about the senders up to date: every few seconds what the hubs have written down, and from Meta what is
 * due. At the start before anything is sent.
 */
@Component
class AccountLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AccountLoop.class);
    private static final Duration PAUSE = Duration.ofSeconds(3);

    /** Longer than Meta's answers may take. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final Senders senders;
    private final SealedTokens tokens;
    private final SenderFactsTable table;
    private final Standings standings;
    private final AccountCheck check;
    private volatile ScheduledExecutorService thread;

    AccountLoop(Senders senders, SealedTokens tokens, SenderFactsTable table, Standings standings, AccountCheck check) {
        this.senders = senders;
        this.tokens = tokens;
        this.table = table;
        this.standings = standings;
        this.check = check;
    }

    @Override
    public void start() {
        table.askSoon(ids());
        refresh();
        var daemons = new CustomizableThreadFactory("whatsapp-account-");
        daemons.setDaemon(true);
        thread = Executors.newSingleThreadScheduledExecutor(daemons);
        thread.scheduleWithFixedDelay(this::round, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        thread.shutdownNow();
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    void refresh() {
        tokens.refresh();
        standings.know(table.all());
    }

    private void round() {
        try {
            refresh();
            Optional<String> due = table.claimDue(ids(), LEASE);
            while (due.isPresent()) {
                due.flatMap(senders::find).ifPresent(check::check);
                due = table.claimDue(ids(), LEASE);
            }
        } catch (RuntimeException failure) {
            LOG.warn(
                    "Senders are checked again in a moment, after {}",
                    failure.getClass().getName());
        }
    }

    private Set<String> ids() {
        return senders.byPhoneNumberId().keySet();
    }
}
