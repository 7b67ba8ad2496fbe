package dev.sealpost.whatsapp.request;

import dev.sealpost.message.Reason;
import dev.sealpost.whatsapp.media.MediaFile;
import java.util.Map;
import java.util.Optional;

/** One message's values on their way into a request, and the first reason why they do not fit. Prints none of them. */
final class Filling {

    private final Map<String, String> fields;
    private final References references;
    private Reason refusal;

    Filling(Map<String, String> fields, References references) {
        this.fields = fields;
        this.references = references;
    }

    /** A field that is missing was objected to before. */
    String value(String field) {
        return fields.getOrDefault(field, "");
    }

    String mediaId(MediaFile file) {
        return references.mediaId(file).orElseThrow();
    }

    Optional<String> wamid(String message) {
        return references.wamid(message);
    }

    /** @param detail names places, fields and limits, never a value */
    void refuse(String word, String detail) {
        refusal = refusal == null ? Reason.of(word, detail) : refusal;
    }

    Optional<Reason> refusal() {
        return Optional.ofNullable(refusal);
    }

    @Override
    public String toString() {
        return "Filling[" + fields.size() + " fields]";
    }
}
