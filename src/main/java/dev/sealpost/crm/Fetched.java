package dev.sealpost.crm;

import java.net.http.HttpHeaders;

/** What came of asking a CRM. */
sealed interface Fetched {

    /** An answer with status 200, whole. Prints none of it. */
    record Body(byte[] bytes, HttpHeaders headers) implements Fetched {

        @Override
        public String toString() {
            return "Body[" + bytes.length + " bytes]";
        }
    }

    record Failed(Stop stop) implements Fetched {}

    /** The CRM does not know the token, or not any more. */
    record Unauthorised() implements Fetched {}
}
