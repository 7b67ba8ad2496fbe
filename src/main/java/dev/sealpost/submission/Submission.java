package dev.sealpost.submission;

/**
 * An event and the flow it is for, as a caller sent it. Prints neither the event nor its signature.
 *
 * @param event the bytes of the event itself, untouched, as a signature may be over them
 * @param signature null if there is none beside the event
 */
record Submission(String flow, byte[] event, String signature) {

    @Override
    public String toString() {
        return "Submission[" + event.length + " bytes]";
    }
}
