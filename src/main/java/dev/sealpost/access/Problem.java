package dev.sealpost.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Why a request was refused (RFC 9457, {@code application/problem+json}). Holds nothing that came with the request: no value, no
 * path, no name of a field that the hub does not know.
 *
 * @param type {@code urn:sealpost:problem:WORD}; stable, programs may branch on it
 * @param title the word for people
 * @param detail what is wrong and what to do
 * @param errors the fields at fault; empty if it is not about fields
 * @param errorId of an unexpected error: where to find it in the hub's log
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(URI type, String title, int status, String detail, List<FieldFault> errors, UUID errorId) {

    private static final String TYPE = "urn:sealpost:problem:";

    /** @param word lower-case letters and dashes, {@code invalid-number} */
    public static Problem of(HttpStatusCode status, String word, String detail) {
        return of(status, word, detail, List.of());
    }

    public static Problem of(HttpStatusCode status, String word, String detail, List<FieldFault> errors) {
        return new Problem(URI.create(TYPE + word), title(word), status.value(), detail, List.copyOf(errors), null);
    }

    public Problem withErrorId(UUID id) {
        return new Problem(type, title, status, detail, errors, id);
    }

    public ResponseEntity<Object> toResponse() {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(this);
    }

    /** What the type ends with. */
    public String word() {
        return type.toString().substring(TYPE.length());
    }

    private static String title(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1).replace('-', ' ');
    }

    /**
     * @param field the path of a field that the hub knows, {@code evidence.confirmed.at}; empty if it is the whole body
     * @param message what is wrong with it and what is allowed
     */
    public record FieldFault(String field, String message) {}
}
