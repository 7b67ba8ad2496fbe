package dev.sealpost.signature;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.intake.EventJson;
import dev.sealpost.intake.RawEvent;
import dev.sealpost.intake.Vouching;
import dev.sealpost.message.Reason;
import java.util.Base64;

/** A signature and the bytes it is said to be over. */
sealed interface SignedPart {

    /** Prints none of it. */
    record Found(byte[] signed, byte[] signature) implements SignedPart {

        @Override
        public String toString() {
            return "Found[" + signed.length + " bytes]";
        }
    }

    record Missing(Reason reason) implements SignedPart {}

    static SignedPart beside(RawEvent event) {
        return event.vouching() instanceof Vouching.Signature signature
                ? of(event.body(), signature.value())
                : missing("the header");
    }

    static SignedPart within(RawEvent event, String field, EventJson reader) {
        EventJson.Result parsed = reader.parse(event.body());
        if (parsed.fault() != null) {
            return new Missing(parsed.fault());
        }
        JsonNode signature = ((ObjectNode) parsed.content()).remove(field);
        if (signature == null || !signature.isTextual()) {
            return missing("the field");
        }
        return CanonicalEvent.of(parsed.content())
                .map(signed -> of(signed, signature.textValue()))
                .orElseGet(() -> new Missing(bad("a number in the event has more digits than RFC 8785 can carry")));
    }

    static Reason bad(String detail) {
        return Reason.of("bad-signature", detail);
    }

    private static SignedPart of(byte[] signed, String signature) {
        try {
            return new Found(signed, Base64.getDecoder().decode(signature.strip()));
        } catch (IllegalArgumentException e) {
            return new Missing(bad("it is not Base64 (RFC 4648, section 4)"));
        }
    }

    private static Missing missing(String where) {
        return new Missing(Reason.of("unsigned", where + " with the signature is missing"));
    }
}
