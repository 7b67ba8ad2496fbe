package dev.sealpost.sandbox.whatsapp.media;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which types of file Meta takes, and how large.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media#supported-media-types">Supported media types</a>
 */
public final class MediaLimits {
    private static final long KILOBYTE = 1024;
    private static final long MEGABYTE = 1024 * KILOBYTE;
    private static final Map<String, Long> MOST = new LinkedHashMap<>();

    /** The largest file of any type. */
    public static final long LARGEST = 100 * MEGABYTE;

    static {
        all(16 * MEGABYTE, "audio/aac", "audio/mp4", "audio/mpeg", "audio/amr", "audio/ogg", "audio/opus");
        all(16 * MEGABYTE, "video/mp4", "video/3gpp");
        all(5 * MEGABYTE, "image/jpeg", "image/png");
        all(500 * KILOBYTE, "image/webp");
        all(LARGEST, "text/plain", "application/pdf", "application/msword");
        all(LARGEST, "application/vnd.ms-excel", "application/vnd.ms-powerpoint");
        String openXml = "application/vnd.openxmlformats-officedocument.";
        all(LARGEST, openXml + "wordprocessingml.document", openXml + "spreadsheetml.sheet");
        all(LARGEST, openXml + "presentationml.presentation");
    }

    private MediaLimits() {}

    private static void all(long most, String... types) {
        for (String type : types) {
            MOST.put(type, most);
        }
    }

    /** How many bytes a file of the type may have; empty if Meta does not take the type. */
    static OptionalLong most(String mimeType) {
        String type = mimeType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(MOST.get(type)).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /** What is wrong with a file, in Meta's words. */
    public static Optional<String> objection(String mimeType, long size) {
        OptionalLong most = most(mimeType);
        if (most.isEmpty()) {
            return Optional.of(
                    "Param file must be a file with one of the following types: %s. Received file of type '%s'."
                            .formatted(String.join(", ", MOST.keySet()), mimeType));
        }
        return size > most.getAsLong() || size == 0
                ? Optional.of("Param file must be a file of 1 to %d bytes for the type %s."
                        .formatted(most.getAsLong(), mimeType))
                : Optional.empty();
    }
}
