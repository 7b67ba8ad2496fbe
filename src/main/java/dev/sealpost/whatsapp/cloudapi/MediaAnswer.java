package dev.sealpost.whatsapp.cloudapi;

/** What became of a download. */
public sealed interface MediaAnswer permits MediaAnswer.Received, GraphAnswer.Refused, GraphAnswer.Unreachable {

    /**
     * It came in whole.
     *
     * @param length in bytes
     */
    record Received(long length) implements MediaAnswer {}
}
