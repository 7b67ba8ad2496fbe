package dev.sealpost.mail;

import dev.sealpost.message.Reason;

/** What a mail was read as. */
public sealed interface MailReading {

    /** An event, as one JSON object in UTF-8 or as what its sender attached as such. Prints none of it. */
    record Event(byte[] json) implements MailReading {

        @Override
        public String toString() {
            return "Event[" + json.length + " bytes]";
        }
    }

    /**
     * It is not taken.
     *
     * @param keep true if someone has to look at the mail: it comes from an allowed sender and cannot be read
     */
    record Refused(Reason reason, boolean keep) implements MailReading {}
}
