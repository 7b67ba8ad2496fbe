package dev.sealpost.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

@DisplayName("The lease")
class LeaseTest {

    private final TestChannel channel = new TestChannel();

    @ParameterizedTest
    @ValueSource(strings = {"29s", "30s"})
    void thatASendCanOutliveIsRefusedAtTheStart(String lease) {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Sender(channel, null, settings("lease", lease)))
                .withMessageStartingWith("sealpost.delivery.lease: is too short (%s000 ms)", lease.replace("s", ""))
                .withMessageContaining("at least 30001 ms");
    }

    @Test
    void thatIsLongerThanAnySendIsTaken() {
        assertThatCode(() -> new Sender(channel, null, settings("lease", "30001ms")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lease=999ms",
                "first-backoff=0s",
                "max-backoff=0s",
                "poll-interval=0s",
                "linger=-1ms",
                "sweep-interval=0s",
                "stop-timeout=-1s",
                "dead-letter-retention=-1d",
                "breaker.pause=0s"
            })
    void andTheOtherTimesHaveBounds(String setting) {
        String[] parts = setting.split("=");

        assertThat(faults(settings(parts[0], parts[1]))).hasSize(1);
    }

    @Test
    void andTheOtherTimesAreWithinTheirBoundsByDefault() {
        assertThat(faults(settings("lease", "45s"))).isEmpty();
    }

    private static List<String> faults(DeliverySettings settings) {
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            return factory.getValidator().validate(settings).stream()
                    .map(fault -> fault.getPropertyPath() + " " + fault.getMessage())
                    .toList();
        }
    }

    private static DeliverySettings settings(String key, String value) {
        var source = new MapConfigurationPropertySource(Map.of("sealpost.delivery." + key, value));
        return new Binder(source).bindOrCreate("sealpost.delivery", DeliverySettings.class);
    }
}
