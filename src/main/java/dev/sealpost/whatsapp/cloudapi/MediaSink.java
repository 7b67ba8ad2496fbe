package dev.sealpost.whatsapp.cloudapi;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Where a download goes as it comes in. */
@FunctionalInterface
public interface MediaSink {

    /**
     * Called in order, never by two threads at once, on a thread that serves the other calls of {@link GraphApi} too (not those that
     * send messages): what takes long belongs elsewhere. What came in counts only once the download is {@link MediaAnswer.Received}.
     *
     * @param bytes readable during the call only
     * @throws IOException ends the download, which is then {@link GraphAnswer.Unreachable}
     */
    void take(ByteBuffer bytes) throws IOException;
}
