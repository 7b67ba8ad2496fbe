package dev.sealpost.fault;

import dev.sealpost.testing.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** An installation with one number, no pacing, little patience, and no consent needed for order updates. */
final class RefusedShop {

    private static final String SENDERS =
            """
            senders:
              shop: {phone-number-id: 100000000000001, token: sandbox-token, account: 200000000000001, throughput: none}
            """;

    private RefusedShop() {}

    static Installation open() {
        Installation shop = Installation.of("refused");
        return shop.with("sealpost.config-directory", configuration(shop).toString())
                .with("sealpost.delivery.first-backoff", "100ms")
                .with("sealpost.delivery.max-backoff", "300ms")
                .with("sealpost.delivery.max-attempts", "3")
                .with("sealpost.delivery.sweep-interval", "200ms")
                .with("sealpost.delivery.breaker.pause", "500ms")
                .with("sealpost.pause.first-probe", "500ms");
    }

    private static Path configuration(Installation shop) {
        Path directory = shop.directory().resolve("config");
        try {
            FileSystemUtils.copyRecursively(Path.of("config"), directory);
            Files.writeString(directory.resolve("senders.yml"), SENDERS);
            Path purposes = directory.resolve("purposes.yml");
            Files.writeString(
                    purposes,
                    Files.readString(purposes)
                            .replaceFirst("lawful-basis: consent", "lawful-basis: contract")
                            .replaceFirst("opt-in: double", "opt-in: none")
                            .replaceFirst("time-to-live: 24h", "time-to-live: 72h"));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
