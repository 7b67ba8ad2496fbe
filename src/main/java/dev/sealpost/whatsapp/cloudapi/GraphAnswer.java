package dev.sealpost.whatsapp.cloudapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealpost.message.Reason;

/** What became of a call of the Graph API. Prints nothing of an answer's body. */
public sealed interface GraphAnswer {

    /** A 2xx answer in JSON without an error. Whether the fields one needs are there is for the caller to check. */
    record Ok(JsonNode json) implements GraphAnswer {

        @Override
        public String toString() {
            return "Ok[]";
        }
    }

    /**
     * Meta's error envelope, whatever the status: the call was not carried out.
     *
     * @param code of Meta's, 190 for example
     * @param subcode 0 if there is none
     * @param status of HTTP
     * @param reason the hub's words for it
     */
    record Refused(int code, int subcode, int status, Reason reason) implements GraphAnswer, MediaAnswer {}

    /**
     * No usable answer: nobody there, no answer in time, one that is too long, not JSON or a redirect, or a call that was not made
     * because it must not be. A POST may have been carried out all the same if the word is {@code no-answer}, {@code
     * connection-lost} or {@code unusable-answer}.
     */
    record Unreachable(Reason reason) implements GraphAnswer, MediaAnswer {}
}
