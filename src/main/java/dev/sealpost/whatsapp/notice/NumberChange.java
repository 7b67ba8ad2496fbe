package dev.sealpost.whatsapp.notice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealpost.subject.PhoneNumber;
import dev.sealpost.subject.UserId;

/** They have another number, and may have another user id with it. @param userId null if none was said */
public record NumberChange(PhoneNumber number, UserId previous, UserId userId) implements Content {
    @Override
    public String kind() {
        return "number-changed";
    }

    @Override
    public void tell(ObjectNode event, String to) {
        event.put("changed", true);
    }
}
