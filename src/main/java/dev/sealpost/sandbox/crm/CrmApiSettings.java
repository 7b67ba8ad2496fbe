package dev.sealpost.sandbox.crm;

import dev.sealpost.sandbox.net.LoopbackPort;
import java.nio.file.Path;
import java.time.Duration;

/**
 * @param directory of the contacts
 * @param tokenLife how long an access token is good for
 */
public record CrmApiSettings(
        Path directory, LoopbackPort port, String clientId, String clientSecret, Duration tokenLife) {

    /** Holds a secret. */
    @Override
    public String toString() {
        return "CrmApiSettings[directory=%s]".formatted(directory);
    }
}
