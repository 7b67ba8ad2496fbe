package dev.sealpost.whatsapp.media;

import java.util.Map;
import java.util.Optional;

/**
 * The kinds of media, what the Cloud API takes of each, and up to which size.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media#supported-media-types">Supported media types</a>
 */
public enum MediaKind {
    IMAGE(5_000_000, Map.of("jpg", "image/jpeg", "jpeg", "image/jpeg", "png", "image/png")),
    STICKER(500_000, Map.of("webp", "image/webp")),
    AUDIO(
            16_000_000,
            Map.of(
                    "aac", "audio/aac",
                    "amr", "audio/amr",
                    "mp3", "audio/mpeg",
                    "m4a", "audio/mp4",
                    "ogg", "audio/ogg")),
    VIDEO(16_000_000, Map.of("mp4", "video/mp4", "3gp", "video/3gpp")),
    DOCUMENT(
            100_000_000,
            Map.of(
                    "pdf", "application/pdf",
                    "txt", "text/plain",
                    "doc", "application/msword",
                    "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    "xls", "application/vnd.ms-excel",
                    "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    "ppt", "application/vnd.ms-powerpoint",
                    "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"));

    private final long mostBytes;
    private final Map<String, String> typeByExtension;

    MediaKind(long mostBytes, Map<String, String> typeByExtension) {
        this.mostBytes = mostBytes;
        this.typeByExtension = typeByExtension;
    }

    long mostBytes() {
        return mostBytes;
    }

    Map<String, String> types() {
        return typeByExtension;
    }

    /** The media type of a file with this name. */
    Optional<String> typeOf(String name) {
        int dot = name.lastIndexOf('.');
        return Optional.ofNullable(typeByExtension.get(name.substring(dot + 1).toLowerCase()));
    }
}
