package dev.sealpost.whatsapp.approval;

import jakarta.annotation.PreDestroy;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/** Checks the templates when the hub is up, and again and again; warns once of each finding, and pauses what would fail. */
@Component
class PeriodicCheck {

    private static final Logger log = LoggerFactory.getLogger(PeriodicCheck.class);

    private final TemplatesCheck check;
    private final TemplatePauses pauses;
    private final TemplatesCheckSettings settings;
    private final ScheduledExecutorService clock;
    private final Set<Finding> warned = new HashSet<>();

    PeriodicCheck(TemplatesCheck check, TemplatePauses pauses, TemplatesCheckSettings settings) {
        this.check = check;
        this.pauses = pauses;
        this.settings = settings;
        CustomizableThreadFactory factory = new CustomizableThreadFactory("whatsapp-templates-");
        factory.setDaemon(true);
        clock = Executors.newSingleThreadScheduledExecutor(factory);
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        clock.scheduleWithFixedDelay(this::run, 0, settings.interval().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run() {
        try {
            TemplateReport report = check.check();
            warn(report);
            pauses.follow(report);
        } catch (RuntimeException e) {
            log.warn(
                    "The templates could not be compared with Meta's: {}",
                    e.getClass().getSimpleName());
        }
    }

    private void warn(TemplateReport report) {
        List<Finding> now = report.findings();
        now.stream()
                .filter(finding -> !warned.contains(finding))
                .forEach(finding -> log.warn(
                        "{}:{}: template {}{} of account {}: {}; {}",
                        finding.file(),
                        finding.line(),
                        finding.template(),
                        finding.language() == null ? "" : " (" + finding.language() + ")",
                        finding.account(),
                        finding.message(),
                        finding.fix()));
        warned.clear();
        warned.addAll(now);
    }

    @PreDestroy
    void stop() {
        clock.shutdownNow();
    }
}
