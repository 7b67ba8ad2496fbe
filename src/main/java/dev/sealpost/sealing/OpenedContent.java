package dev.sealpost.sealing;

import dev.sealpost.subject.PhoneNumber;
import java.util.Map;

/** What was sealed: to whom, and the minimised fields. Lives only between the outbox and the channel, and prints nothing. */
public record OpenedContent(PhoneNumber to, Map<String, String> fields) {

    @Override
    public String toString() {
        return "OpenedContent[" + fields.size() + " fields]";
    }
}
