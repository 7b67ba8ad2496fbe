package dev.sealpost.sandbox.whatsapp.message;

import dev.sealpost.sandbox.whatsapp.account.Sender;
import dev.sealpost.sandbox.whatsapp.wire.Checked;
import dev.sealpost.sandbox.whatsapp.wire.ErrorTable;
import dev.sealpost.sandbox.whatsapp.wire.LenientObject;
import java.util.Optional;

/**
 * A message of one of the media types: by the id of an upload, or by a link, which the sandbox does not fetch. A link
 * that is none, or an upload of another type, is accepted and fails afterwards.
 */
final class MediaMessage implements MessageKind {
    private static final int LONGEST_CAPTION = 1024;
    private static final int LONGEST_NAME = 240;
    private static final int UPLOAD_ERROR = 131053;

    private final String type;
    private final String mimeTypes;
    private final MediaLookup uploads;
    private final ErrorTable errors;
    private final Rule rule;

    /** @param mimeTypes a pattern of those that go with the type */
    MediaMessage(String type, String mimeTypes, MediaLookup uploads, ErrorTable errors) {
        this.type = type;
        this.mimeTypes = mimeTypes;
        this.uploads = uploads;
        this.errors = errors;
        this.rule = new Rules(errors, "")
                .object(
                        type,
                        rules -> Rule.all(
                                rules.required("id").or(rules.required("link")),
                                rules.optionalText("caption", LONGEST_CAPTION),
                                rules.optionalText("filename", LONGEST_NAME)));
    }

    @Override
    public Checked<Content> check(Sender sender, LenientObject message) {
        var violation = rule.violation(message);
        if (violation.isPresent()) {
            return new Checked.Invalid<>(violation.get());
        }
        LenientObject media = message.object(type);
        Content content = Content.of(
                type, media.text("caption").or(() -> media.text("filename")).orElse(""));
        return media.text("id").map(id -> byId(sender, id, content)).orElseGet(() -> byLink(media, content));
    }

    private Checked<Content> byId(Sender sender, String id, Content content) {
        Optional<String> mimeType = uploads.mimeType(sender.account(), id);
        if (mimeType.isEmpty()) {
            return new Checked.Invalid<>(errors.invalid(
                    "Param %s['id'] is not a valid whatsapp business account media attachment ID".formatted(type)));
        }
        return new Checked.Valid<>(mimeType.get().matches(mimeTypes) ? content : content.failingWith(UPLOAD_ERROR));
    }

    private static Checked<Content> byLink(LenientObject media, Content content) {
        boolean link = media.text("link").orElse("").matches("(?i)https?://\\S+");
        return new Checked.Valid<>(link ? content : content.failingWith(UPLOAD_ERROR));
    }
}
