package dev.sealpost.crm;

import dev.sealpost.intake.SourceFlows;
import dev.sealpost.vault.BlindIndexer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Makes what polls a feed. Feeds of one connection share its client, and so its access token. */
@Component
class Pollers {

    private final SourceFlows flows;
    private final Cursors cursors;
    private final BlindIndexer indexer;
    private final FeedStatuses statuses;
    private final PollAudit audit;
    private final Map<Connection, CrmClient> clients = new ConcurrentHashMap<>();

    Pollers(SourceFlows flows, Cursors cursors, BlindIndexer indexer, FeedStatuses statuses, PollAudit audit) {
        this.flows = flows;
        this.cursors = cursors;
        this.indexer = indexer;
        this.statuses = statuses;
        this.audit = audit;
    }

    /** @param sourceRoute the id of the source kamelet's route */
    Poller of(FeedParameters parameters, String sourceRoute) {
        Feed feed = parameters.of(flows.fedBy(sourceRoute));
        CrmClient client = clients.computeIfAbsent(feed.connection(), CrmClient::new);
        var parts = new Poller.Parts(
                feed,
                client,
                new PageAddress(feed),
                new PageReader(feed),
                new ChangeReader(feed, indexer),
                cursors,
                new Recent());
        return new Poller(parts, statuses, audit);
    }
}
