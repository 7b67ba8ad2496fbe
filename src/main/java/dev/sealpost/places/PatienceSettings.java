package dev.sealpost.places;

import jakarta.validation.constraints.NotNull;
import java.io.OutputStream;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How slow a caller may be.
 *
 * @param patience how long the hub waits for a caller in all, while a body is read or an export written
 * @param slowest how many bytes more have to get through in each second of waiting beyond that
 */
@ConfigurationProperties("sealpost.callers")
public record PatienceSettings(
        @DefaultValue("30s") @NotNull @DurationMin(seconds = 1) Duration patience,
        @DefaultValue("4KB") @NotNull DataSize slowest) {

    /** For a body that is read. */
    public Patience begin() {
        return new Patience(this);
    }

    /** What is written to it throws {@link TooSlow} when its reader does not keep up. */
    public OutputStream patient(OutputStream out) {
        return new PatientOutput(out, begin());
    }
}
