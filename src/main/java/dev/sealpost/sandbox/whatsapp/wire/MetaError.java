package dev.sealpost.sandbox.whatsapp.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;

/**
 * An error as Meta words it.
 *
 * @param status of HTTP
 * @param type such as {@code OAuthException}
 * @param title goes into {@code message} after the code
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes">Cloud API error codes</a>
 */
public record MetaError(int code, OptionalInt subcode, int status, String type, String title, String details) {
    public static final String OAUTH = "OAuthException";
    public static final String METHOD = "GraphMethodException";

    /** That there is no such object, or not for this token, as Meta says it of any id. */
    public static MetaError noSuchObject(String method, String id) {
        return new MetaError(
                100,
                OptionalInt.of(33),
                400,
                METHOD,
                "Unsupported %s request. Object with ID '%s' does not exist, cannot be loaded due to missing"
                                .formatted(method.toLowerCase(Locale.ROOT), id)
                        + " permissions, or does not support this operation",
                "There is no such object in this account.");
    }

    public MetaError withDetails(String better) {
        return new MetaError(code, subcode, status, type, title, better);
    }

    /** The answer to a request: the envelope {@code {"error": …}}. */
    public Reply.Answer answer() {
        return Reply.Answer.json(status, envelope());
    }

    public Reply.Answer answer(Map<String, String> headers) {
        return new Reply.Answer(status, headers, Json.bytes(envelope()));
    }

    private ObjectNode envelope() {
        ObjectNode envelope = Json.object();
        ObjectNode error = envelope.putObject("error");
        error.put("message", message()).put("type", type).put("code", code);
        subcode.ifPresent(value -> error.put("error_subcode", value));
        error.putObject("error_data").put("messaging_product", "whatsapp").put("details", details);
        error.put("fbtrace_id", traceId());
        return envelope;
    }

    /** The form a failed status carries in its {@code errors}. */
    public ObjectNode inStatus() {
        ObjectNode error = Json.object().put("code", code).put("title", title).put("message", title);
        error.putObject("error_data").put("details", details);
        return error;
    }

    private String message() {
        return subcode.isPresent() || type.equals(METHOD) ? title : "(#%d) %s".formatted(code, title);
    }

    private static String traceId() {
        byte[] random = new byte[16];
        ThreadLocalRandom.current().nextBytes(random);
        return "A" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
