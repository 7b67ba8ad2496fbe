package dev.sealpost.crm;

import dev.sealpost.message.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.springframework.stereotype.Component;

@Component
class FeedStatuses implements Feeds {

    private final Map<String, FeedStatus> byFeed = new ConcurrentSkipListMap<>();

    @Override
    public List<FeedStatus> statuses() {
        return List.copyOf(byFeed.values());
    }

    void well(Feed feed) {
        put(feed, Instant.now(), Optional.empty(), 0, null);
    }

    void stopped(Feed feed, Reason reason, int failures, Instant nextPoll) {
        FeedStatus before = byFeed.get(feed.toString());
        put(feed, before == null ? null : before.lastRead(), Optional.of(reason), failures, nextPoll);
    }

    private void put(Feed feed, Instant lastRead, Optional<Reason> trouble, int failures, Instant nextPoll) {
        byFeed.put(
                feed.toString(),
                new FeedStatus(feed.flow(), feed.coordinates(), lastRead, trouble, failures, nextPoll));
    }
}
