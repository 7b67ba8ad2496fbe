package dev.sealpost.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealpost.whatsapp.InboundStatus;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InboundHealthIndicatorTest {

    @ParameterizedTest(name = "answering {0}, oldest waits {1} s, handing {2}: {3}")
    @CsvSource({"true, 60, true, UP", "true, 61, true, DEGRADED", "true, 0, false, DOWN", "false, -1, true, DOWN"})
    void flowsGetWhatPeopleWriteWhileTheThreadLivesAndNothingWaitsForMoreThanAMinute(
            boolean answering, long seconds, boolean handing, String status) {
        var facts = new InboundStatus(answering, Duration.ofSeconds(seconds), handing);

        assertThat(new InboundHealthIndicator(() -> facts).health().getStatus().getCode())
                .isEqualTo(status);
    }
}
