package dev.sealpost.pause;

import dev.sealpost.audit.AuditKind;
import dev.sealpost.audit.AuditLog;
import dev.sealpost.audit.AuditRecord;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps pauses in the database; tells audit and log of each begin and end. */
@Component
class StoredPauses implements Pauses {

    private static final Logger LOG = LoggerFactory.getLogger(StoredPauses.class);

    private final PauseTable table;
    private final AuditLog audit;
    private final PauseSettings settings;
    private final RecentPauses recent;

    StoredPauses(PauseTable table, AuditLog audit, PauseSettings settings, RecentPauses recent) {
        this.table = table;
        this.audit = audit;
        this.settings = settings;
        this.recent = recent;
    }

    @Override
    public ActivePauses recent() {
        return recent.get();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public ActivePauses hold() {
        return new ActivePauses(table.activeLocked());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Pause> begin(Collection<NewPause> pauses) {
        if (pauses.isEmpty()) {
            return List.of();
        }
        Duration firstProbe = ProbeInterval.jittered(settings.firstProbe());
        List<Pause> begun = table.begin(pauses, firstProbe);
        begun.forEach(pause -> LOG.warn("Paused {} {}: {}", pause.scope(), pause.key(), pause.reason()));
        tell(AuditKind.PAUSE_BEGUN, begun, null);
        return begun;
    }

    @Override
    @Transactional
    public List<Pause> lift(PauseScope scope, String key, Set<String> reasons, String by) {
        return lifted(table.lift(scope, key, reasons, by), by);
    }

    /** Ends those whose time has come. */
    @Transactional
    void liftOver() {
        lifted(table.liftOver(), "hub");
        table.forgetOld();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Pause> unreleased() {
        return table.unreleased();
    }

    @Override
    public void released(Collection<Pause> pauses) {
        table.released(pauses);
    }

    private List<Pause> lifted(List<Pause> pauses, String by) {
        pauses.forEach(pause -> LOG.info("Lifted the pause of {} {}", pause.scope(), pause.key()));
        tell(AuditKind.PAUSE_LIFTED, pauses, by);
        return pauses;
    }

    private void tell(AuditKind kind, List<Pause> pauses, String by) {
        if (!pauses.isEmpty()) {
            audit.append(pauses.stream()
                    .map(pause -> entry(kind, pause, by == null ? pause.by() : by))
                    .toList());
            recent.forgetAfterCommit();
        }
    }

    private static AuditRecord entry(AuditKind kind, Pause pause, String by) {
        return AuditRecord.of(kind)
                .by(by)
                .outcome(kind == AuditKind.PAUSE_BEGUN ? "paused" : "lifted")
                .reason(pause.reason())
                .evidence("pause", pause.id())
                .evidence("scope", pause.scope())
                .evidence("key", pause.key())
                .evidence("errorCode", pause.code())
                .evidence("until", pause.until())
                .build();
    }
}
