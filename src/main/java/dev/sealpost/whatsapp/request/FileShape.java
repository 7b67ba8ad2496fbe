package dev.sealpost.whatsapp.request;

import dev.sealpost.configuration.YamlNode;
import dev.sealpost.whatsapp.media.MediaFile;
import dev.sealpost.whatsapp.media.MediaKind;

/** A file beside the configuration, checked when it is read. */
record FileShape(MediaKind kind) implements Shape {

    @Override
    public Part read(YamlNode node) {
        return MediaFile.read(node, kind).<Part>map(UploadPart::new).orElseGet(() -> new FlagPart(false));
    }
}
