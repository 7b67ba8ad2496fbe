package dev.sealpost.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** All limits of all senders. */
@Component
class SenderLimits {

    private final Channel channel;
    private final List<SenderLimit> limits;

    SenderLimits(Channel channel, List<SenderLimit> limits) {
        this.channel = channel;
        this.limits = limits;
    }

    /** How many may be claimed now by each sender, where it is any. */
    Map<String, Integer> admit(int atMost) {
        Map<String, Integer> admitted = new HashMap<>();
        for (String sender : channel.senders()) {
            int count = admit(sender, atMost);
            if (count > 0) {
                admitted.put(sender, count);
            }
        }
        return admitted;
    }

    private int admit(String sender, int atMost) {
        int admitted = atMost;
        for (int asked = 0; asked < limits.size() && admitted > 0; asked++) {
            int now = limits.get(asked).admit(sender, admitted);
            giveBack(limits.subList(0, asked), sender, admitted - now);
            admitted = now;
        }
        return admitted;
    }

    void giveBack(String sender, int count) {
        giveBack(limits, sender, count);
    }

    private static void giveBack(List<SenderLimit> limits, String sender, int count) {
        if (count > 0) {
            limits.forEach(limit -> limit.giveBack(sender, count));
        }
    }

    void exhausted(Set<String> senders) {
        senders.forEach(sender -> limits.forEach(limit -> limit.exhausted(sender)));
    }

    void record(Outcome outcome) {
        limits.forEach(limit -> limit.record(outcome.message().sender(), outcome));
    }

    boolean isStopped(String sender) {
        return limits.stream().anyMatch(limit -> limit.isStopped(sender));
    }
}
