package dev.sealpost.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.whatsapp.WebhookStatus;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.actuate.health.Health;

class WebhookHealthIndicatorTest {

    @ParameterizedTest(name = "answering {0}, oldest waits {1} s, storing {2}, handling {3}: {4}")
    @CsvSource({
        "true,  0,  true,  true,  UP",
        "true,  60, true,  true,  UP",
        "true,  61, true,  true,  DOWN",
        "true,  0,  false, true,  DOWN",
        "true,  0,  true,  false, DOWN",
        "false, -1, true,  true,  DOWN"
    })
    void webhooksAreWellWhileBothThreadsLiveAndNothingWaitsForMoreThanAMinute(
            boolean answering, long seconds, boolean storing, boolean handling, String status) {
        var facts = new WebhookStatus(answering, 1, Duration.ofSeconds(seconds), storing, handling);

        Health health = new WebhookHealthIndicator(() -> facts).health();

        assertThat(health.getStatus().getCode()).isEqualTo(status);
        assertThat(health.getDetails()).containsEntry("oldestSeconds", seconds);
    }
}
