package dev.sealpost.whatsapp.cloudapi;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Takes an answer's body piece by piece, up to a bound. Called by one thread at a time, which also serves other connections. */
interface Receipt {

    /**
     * @return false if it is more than the bound; then the rest is not read and the connection closed
     * @throws IOException if it cannot be taken; then the exchange fails
     */
    boolean take(ByteBuffer bytes) throws IOException;

    /** What an {@link Answer} holds of it in the end. */
    byte[] kept();
}
