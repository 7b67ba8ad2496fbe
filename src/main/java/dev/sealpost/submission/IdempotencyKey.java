package dev.sealpost.submission;

import dev.sealpost.access.Caller;
import dev.sealpost.vault.BlindIndex;
import dev.sealpost.vault.BlindIndexer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A caller's name for one request, so that it can be sent again (IETF draft-ietf-httpapi-idempotency-key-header). The draft wants it
 * quoted, as a string of RFC 9651; without quotes it is the same key.
 */
record IdempotencyKey(Caller caller, String value) {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern QUOTED = Pattern.compile("\"((?:[ !#-\\[\\]-~]|\\\\[\"\\\\]){1,255})\"");
    private static final Pattern BARE = Pattern.compile("[!#-+\\--:<-~]{1,255}");

    /** @param headers as they came, one at the most; empty if they are not a key */
    static Optional<IdempotencyKey> of(Caller caller, List<String> headers) {
        if (headers.size() != 1) {
            return Optional.empty();
        }
        String header = headers.get(0).strip();
        Matcher quoted = QUOTED.matcher(header);
        if (quoted.matches()) {
            return Optional.of(new IdempotencyKey(caller, quoted.group(1).replaceAll("\\\\(.)", "$1")));
        }
        return BARE.matcher(header).matches() ? Optional.of(new IdempotencyKey(caller, header)) : Optional.empty();
    }

    /** What is stored of it. @param part which part of the request's events it stands for */
    BlindIndex index(BlindIndexer indexer, int part) {
        return indexer.index("idempotency-key:" + caller.key(), part + ":" + value);
    }

    @Override
    public String toString() {
        return "IdempotencyKey[]";
    }
}
