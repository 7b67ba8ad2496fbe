package dev.sealpost.sandbox.whatsapp.graph;

import dev.sealpost.sandbox.whatsapp.media.MediaFile;
import dev.sealpost.sandbox.whatsapp.wire.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** The address of a file's bytes, good for five minutes. */
public final class MediaAddress {
    public static final String PATH = "/whatsapp_business/attachments/";

    private static final Duration LIFE = Duration.ofMinutes(5);

    private final String secret = UUID.randomUUID().toString();

    String of(MediaFile file, String host) {
        String expiry = Long.toString(Instant.now().plus(LIFE).getEpochSecond());
        return "http://%s%s?mid=%s&ext=%s&hash=%s".formatted(host, PATH, file.id(), expiry, hash(file.id(), expiry));
    }

    /** Whether the address was given here and is not too old. */
    boolean isGood(Map<String, String> query) {
        String expiry = query.getOrDefault("ext", "");
        return hash(query.getOrDefault("mid", ""), expiry).equals(query.get("hash"))
                && Long.parseLong(expiry) > Instant.now().getEpochSecond();
    }

    private String hash(String id, String expiry) {
        return Signature.hex(id + ":" + expiry, secret);
    }
}
