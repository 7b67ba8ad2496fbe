package dev.sealpost.whatsapp.account;

import dev.sealpost.delivery.SenderLimit;
import dev.sealpost.whatsapp.Sender;
import dev.sealpost.whatsapp.SenderStanding;
import dev.sealpost.whatsapp.SenderStanding.State;
import dev.sealpost.whatsapp.SenderStandings;
import dev.sealpost.whatsapp.Senders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How the senders stand, by the facts this hub has read last, judged anew each time: a token's end counts from its second on. Until
 * the facts were read once, nothing is sent.
 */
@Component
class Standings implements SenderLimit, SenderStandings {

    private final Senders senders;
    private final StandingRules rules;
    private volatile Map<String, SenderFacts> factsById;

    Standings(Senders senders, AccountSettings settings) {
        this.senders = senders;
        this.rules = new StandingRules(settings);
    }

    void know(Map<String, SenderFacts> facts) {
        factsById = Map.copyOf(facts);
    }

    SenderStanding of(Sender sender) {
        Map<String, SenderFacts> known = factsById;
        return known == null
                ? new SenderStanding(sender.name(), State.AWAITED, List.of(), null)
                : rules.of(sender, known.getOrDefault(sender.phoneNumberId(), SenderFacts.NONE), Instant.now());
    }

    SenderStanding of(Sender sender, SenderFacts facts) {
        return rules.of(sender, facts, Instant.now());
    }

    @Override
    public List<SenderStanding> all() {
        return senders.all().stream().map(this::of).toList();
    }

    /** Senders that are not configured are somebody else's to judge. */
    @Override
    public int admit(String sender, int atMost) {
        return senders.named(sender)
                        .map(this::of)
                        .filter(standing -> !standing.maySend())
                        .isPresent()
                ? 0
                : atMost;
    }

    @Override
    public void giveBack(String sender, int count) {
        // What is admitted is not counted.
    }

    @Override
    public boolean isStopped(String sender) {
        return senders.named(sender)
                .map(this::of)
                .filter(standing -> standing.state() == State.STOPPED)
                .isPresent();
    }
}
