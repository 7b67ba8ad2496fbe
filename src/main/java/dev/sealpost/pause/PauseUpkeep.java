package dev.sealpost.pause;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Ends pauses whose time has come, and probes those that a probe may lift: each by one hub at a time, less and less often, a few at
 * once.
 */
@Component
public class PauseUpkeep implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(PauseUpkeep.class);
    private static final int MOST = 10;
    private static final String DUE =
            """
            SELECT %s FROM pause WHERE lifted_at IS NULL AND next_probe_at <= now()
            ORDER BY next_probe_at LIMIT :most FOR UPDATE SKIP LOCKED
            """
                    .formatted(Pause.COLUMNS);

    /** Sets the next probe before this one is made: a hub that dies with it loses one probe. */
    private static final String TAKE =
            "UPDATE pause SET probes = probes + 1, next_probe_at = now() + :wait * interval '1 ms' WHERE id = :id";

    private final JdbcClient jdbc;
    private final StoredPauses pauses;
    private final List<PauseProbe> probes;
    private final PauseSettings settings;
    private final ExecutorService findings;

    PauseUpkeep(JdbcClient jdbc, StoredPauses pauses, ObjectProvider<PauseProbe> probes, PauseSettings settings) {
        this.jdbc = jdbc;
        this.pauses = pauses;
        this.probes = probes.orderedStream().toList();
        this.settings = settings;
        var threads = new CustomizableThreadFactory("pause-probes-");
        threads.setDaemon(true);
        this.findings = Executors.newSingleThreadExecutor(threads);
    }

    /** Called every few seconds by each hub, in a transaction. Returns at once; what probes find is seen to later. */
    public void round() {
        pauses.liftOver();
        List<Pause> due = jdbc.sql(DUE).param("most", MOST).query(Pause::read).list();
        due.forEach(pause -> take(pause.id(), ProbeInterval.after(pause.probes() + 1, settings)));
        due.forEach(this::probe);
    }

    private void take(UUID id, Duration wait) {
        jdbc.sql(TAKE).param("id", id).param("wait", wait.toMillis()).update();
    }

    private void probe(Pause pause) {
        probes.stream().filter(probe -> probe.knows(pause)).findFirst().ifPresent(probe -> probe.isOver(pause)
                .whenCompleteAsync((over, failure) -> found(pause, Boolean.TRUE.equals(over)), findings));
    }

    private void found(Pause pause, boolean over) {
        LOG.info("Probed the pause of {} {}: {}", pause.scope(), pause.key(), over ? "over" : "not over");
        if (over) {
            lift(pause);
        }
    }

    private void lift(Pause pause) {
        try {
            pauses.lift(pause.scope(), pause.key(), Set.of(pause.reason().word()), "probe");
        } catch (RuntimeException unavailable) {
            LOG.warn(
                    "A pause that is over goes on until its next probe: {}",
                    unavailable.getClass().getName());
        }
    }

    @Override
    public void destroy() {
        findings.shutdown();
    }
}
