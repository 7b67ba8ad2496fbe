package dev.sealpost.whatsapp.notice;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** They deleted a message of theirs, or wrote another text into it. @param edited the new content; null: deleted */
public record Change(String about, Content edited) implements Content {
    @Override
    public String kind() {
        return edited == null ? "deleted" : "edited";
    }

    @Override
    public String words() {
        return edited == null ? null : edited.words();
    }

    @Override
    public void tell(ObjectNode event, String to) {
        ObjectNode change = event.putObject(kind()).put("to", to);
        if (edited != null) {
            change.put("kind", edited.kind());
            edited.tell(change, null);
        }
    }

    @Override
    public String toString() {
        return "Change[" + kind() + "]";
    }
}
