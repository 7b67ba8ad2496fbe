package dev.sealpost.whatsapp.cloudapi;

import java.util.Optional;

/**
 * What came back. Prints none of it.
 *
 * @param body empty if it was longer than allowed and was not read to its end
 * @param retryAfter the header as it came
 */
record Answer(int status, Optional<byte[]> body, Optional<String> retryAfter) {

    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }
}
