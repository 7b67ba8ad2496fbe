package dev.sealpost.whatsapp.request;

import dev.sealpost.whatsapp.media.MediaKind;

/** Images, videos, sounds, documents and stickers: by a link, by a file beside the configuration, or by an id of Meta's. */
final class MediaShapes {

    private static final int CAPTION = 1024;
    private static final int FILE_NAME = 240;
    private static final int MEDIA_ID = 128;

    private MediaShapes() {}

    static GroupShape image() {
        return media(MediaKind.IMAGE).optional("caption", TextShape.of(CAPTION));
    }

    static GroupShape video() {
        return media(MediaKind.VIDEO).optional("caption", TextShape.of(CAPTION));
    }

    static GroupShape document() {
        return media(MediaKind.DOCUMENT)
                .optional("caption", TextShape.of(CAPTION))
                .optional("filename", TextShape.of(FILE_NAME));
    }

    static GroupShape audio() {
        return media(MediaKind.AUDIO);
    }

    static GroupShape sticker() {
        return media(MediaKind.STICKER);
    }

    /** In a header there is no caption. */
    static GroupShape headerDocument() {
        return media(MediaKind.DOCUMENT).optional("filename", TextShape.of(FILE_NAME));
    }

    static GroupShape media(MediaKind kind) {
        return GroupShape.empty()
                .optional("link", TextShape.link())
                .optional("file", new FileShape(kind), "id")
                .optional("id", TextShape.of(MEDIA_ID))
                .exactlyOneOf("link", "file", "id");
    }
}
