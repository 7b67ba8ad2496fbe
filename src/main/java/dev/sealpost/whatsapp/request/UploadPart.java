package dev.sealpost.whatsapp.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sealpost.whatsapp.media.MediaFile;
import java.util.stream.Stream;

/** A file of the hub's, written as the id it was uploaded under. */
record UploadPart(MediaFile file) implements Part {

    @Override
    public Stream<String> fields() {
        return Stream.empty();
    }

    @Override
    public Stream<MediaFile> files() {
        return Stream.of(file);
    }

    @Override
    public JsonNode fill(Filling filling) {
        return TextNode.valueOf(filling.mediaId(file));
    }
}
