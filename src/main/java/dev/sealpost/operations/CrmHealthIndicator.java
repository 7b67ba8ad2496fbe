package dev.sealpost.operations;

import dev.sealpost.crm.FeedStatus;
import dev.sealpost.crm.Feeds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Whether CRMs can be read. {@code DEGRADED}, answered 200: the hub is well, what changed in the CRM waits there. */
@Component
class CrmHealthIndicator implements HealthIndicator {

    private final Feeds feeds;

    CrmHealthIndicator(Feeds feeds) {
        this.feeds = feeds;
    }

    @Override
    public Health health() {
        List<FeedStatus> statuses = feeds.statuses();
        boolean well = statuses.stream().allMatch(feed -> feed.trouble().isEmpty());
        Health.Builder health = Health.status(
                well ? Status.UP : new Status(DispatcherHealthIndicator.DEGRADED.getCode(), "A CRM cannot be read"));
        statuses.forEach(feed -> health.withDetail(feed.flow() + " from " + feed.coordinates(), details(feed)));
        return health.build();
    }

    private static Map<String, Object> details(FeedStatus feed) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("lastRead", feed.lastRead() == null ? "never" : feed.lastRead());
        feed.trouble().ifPresent(reason -> {
            details.put("trouble", reason.toString());
            details.put("failures", feed.failures());
            details.put("nextPoll", feed.nextPoll());
        });
        return details;
    }
}
