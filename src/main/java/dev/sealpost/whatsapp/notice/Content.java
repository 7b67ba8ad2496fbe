package dev.sealpost.whatsapp.notice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a message holds. Personal data: none of it is printed. */
public sealed interface Content
        permits Content.Text,
                Content.Choice,
                Content.Media,
                Content.Data,
                Content.Reaction,
                Content.Bare,
                Change,
                NumberChange {

    /** What flows choose by: {@code text}, {@code button}, {@code image}, … */
    String kind();

    /** The words of it that a keyword may be, or null. */
    default String words() {
        return null;
    }

    /** Meta's id of the message it is about (reaction, edit, deletion), or null. */
    default String about() {
        return null;
    }

    /**
     * Writes what flows are told.
     *
     * @param to the hub's id of the message it is about, or null if that is not the hub's
     */
    void tell(ObjectNode event, String to);

    record Text(String body) implements Content {
        @Override
        public String kind() {
            return "text";
        }

        @Override
        public String words() {
            return body;
        }

        @Override
        public void tell(ObjectNode event, String to) {
            event.put("text", body);
        }

        @Override
        public String toString() {
            return "Text[]";
        }
    }

    /** The quick reply of a template, a reply button, or a choice from a list. @param kind button or list */
    record Choice(String kind, String id, String title, String description) implements Content {
        @Override
        public String words() {
            return title;
        }

        @Override
        public void tell(ObjectNode event, String to) {
            ObjectNode choice = event.putObject(kind).put("id", id).put("title", title);
            if (description != null) {
                choice.put("description", description);
            }
        }

        @Override
        public String toString() {
            return "Choice[]";
        }
    }

    /** @param kind image, audio, video, document or sticker @param id Meta's, for downloading it */
    record Media(String kind, String id, String mime, String sha256, String caption, String fileName)
            implements Content {
        @Override
        public void tell(ObjectNode event, String to) {
            ObjectNode media =
                    event.putObject("media").put("id", id).put("mime", mime).put("sha256", sha256);
            if (fileName != null) {
                media.put("fileName", fileName);
            }
            if (caption != null) {
                event.put("text", caption);
            }
        }

        @Override
        public String toString() {
            return "Media[" + kind + "]";
        }
    }

    /** Data that flows get as Meta gives it. @param kind location, contacts, order or form */
    record Data(String kind, JsonNode data) implements Content {
        @Override
        public void tell(ObjectNode event, String to) {
            event.set(kind, data);
        }

        @Override
        public String toString() {
            return "Data[" + kind + "]";
        }
    }

    /** @param emoji null: taken back */
    record Reaction(String about, String emoji) implements Content {
        @Override
        public String kind() {
            return "reaction";
        }

        @Override
        public void tell(ObjectNode event, String to) {
            event.putObject("reaction").put("emoji", emoji).put("to", to);
        }

        @Override
        public String toString() {
            return "Reaction[]";
        }
    }

    /** Nothing more is known of it than its kind. @param kind welcome, identity-changed, call-permission, unsupported or other */
    record Bare(String kind) implements Content {
        @Override
        public void tell(ObjectNode event, String to) {
            event.putObject(kind);
        }
    }
}
