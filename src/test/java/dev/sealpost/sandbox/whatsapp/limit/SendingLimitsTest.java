package dev.sealpost.sandbox.whatsapp.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The WhatsApp sandbox enforces Meta's limits")
class SendingLimitsTest {
    long now = 1_000_000;

    final SendingLimits limits = new SendingLimits(() -> Instant.ofEpochMilli(now));

    @Test
    void noneUnlessSwitchedOn() {
        assertThat(passed(10_000, "one", "Ana")).isEqualTo(10_000);
    }

    @Test
    void messagesASecondOfEachNumber() {
        limits.switchTo(new Limits(80, null, null));
        assertThat(passed(100, "one", "Ana")).isEqualTo(80);
        assertThat(limits.exceeded(LimitKind.PER_SECOND)).isEqualTo(20);
        assertThat(passed(100, "two", "Ana")).isEqualTo(80);
        now += 500;
        assertThat(passed(100, "one", "Ana")).isEqualTo(40);
    }

    @Test
    void aBurstToOnePersonIsPaidBackByWaiting() {
        limits.switchTo(new Limits(null, new Limits.Pair(6_000, 45), null));
        assertThat(passed(50, "one", "Ana")).isEqualTo(45);
        assertThat(passed(1, "one", "Bea")).isEqualTo(1);
        now += 5_999;
        assertThat(passed(1, "one", "Ana")).isZero();
        now += 1;
        assertThat(passed(2, "one", "Ana")).isEqualTo(1);
        now += 45 * 6_000;
        assertThat(passed(50, "one", "Ana")).isEqualTo(45);
        assertThat(limits.exceeded(LimitKind.PAIR)).isEqualTo(12);
    }

    @Test
    void distinctPeopleOfAnAccountInAMovingWindow() {
        limits.switchTo(new Limits(null, null, new Limits.Tier(2, 1_000)));
        assertThat(passed(3, "one", "Ana")).isEqualTo(3);
        now += 600;
        assertThat(passed(1, "two", "Bea")).isEqualTo(1);
        assertThat(exceeded("one", "Cid", false)).contains(LimitKind.TIER);
        assertThat(exceeded("one", "Cid", true)).isEmpty();
        now += 400;
        assertThat(passed(1, "one", "Cid")).isEqualTo(1);
        assertThat(exceeded("one", "Ana", false)).contains(LimitKind.TIER);
    }

    private int passed(int attempts, String sender, String person) {
        return (int) IntStream.range(0, attempts)
                .filter(i -> exceeded(sender, person, false).isEmpty())
                .count();
    }

    private Optional<LimitKind> exceeded(String sender, String person, boolean answers) {
        return limits.exceeded(new Attempt(sender, "account", person, answers));
    }
}
