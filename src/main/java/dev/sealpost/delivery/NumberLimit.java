package dev.sealpost.delivery;

import dev.sealpost.pacing.NumberPace;
import org.springframework.stereotype.Component;

/** No number sends more messages a second than Meta allows it. */
@Component
class NumberLimit implements SenderLimit {

    private final NumberPace pace;

    NumberLimit(NumberPace pace) {
        this.pace = pace;
    }

    @Override
    public int admit(String sender, int atMost) {
        return pace.admit(sender, atMost);
    }

    @Override
    public void giveBack(String sender, int count) {
        pace.giveBack(sender, count);
    }

    @Override
    public void exhausted(String sender) {
        pace.exhausted(sender);
    }

    @Override
    public void record(String sender, Outcome outcome) {
        pace.answered(sender, outcome.took());
    }
}
