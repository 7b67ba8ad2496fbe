package dev.sealpost.sandbox.whatsapp.graph;

import dev.sealpost.sandbox.whatsapp.account.Access;
import dev.sealpost.sandbox.whatsapp.media.MediaFile;
import dev.sealpost.sandbox.whatsapp.media.MediaStore;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import dev.sealpost.sandbox.whatsapp.wire.Outcome;
import dev.sealpost.sandbox.whatsapp.wire.Reply;
import java.io.IOException;
import java.util.Optional;

/** {@code GET /{media-id}} says where the bytes are for five minutes; {@code DELETE} removes them. */
public final class MediaNode {
    private final MediaStore store;
    private final MediaAddress address;

    public MediaNode(MediaStore store, MediaAddress address) {
        this.store = store;
        this.address = address;
    }

    public Optional<Outcome> get(Access access, String id, GraphRequest request) {
        return find(access, id, request)
                .map(file -> Json.object()
                        .put("messaging_product", "whatsapp")
                        .put("url", address.of(file, request.host()))
                        .put("mime_type", file.mimeType())
                        .put("sha256", file.sha256())
                        .put("file_size", file.size())
                        .put("id", file.id()))
                .map(node -> Outcome.now(Reply.Answer.json(200, node)));
    }

    public Optional<Outcome> delete(Access access, String id, GraphRequest request) throws IOException {
        Optional<MediaFile> file = find(access, id, request);
        if (file.isPresent()) {
            store.remove(file.get());
        }
        return file.map(removed -> Success.OUTCOME);
    }

    /** With {@code phone_number_id} it must be that number's account's. */
    private Optional<MediaFile> find(Access access, String id, GraphRequest request) {
        Optional<String> number = request.queried("phone_number_id");
        return access.accounts().stream()
                .filter(account -> number.isEmpty()
                        || access.number(number.get())
                                .filter(sender -> sender.account().equals(account))
                                .isPresent())
                .flatMap(account -> store.find(account, id).stream())
                .findFirst();
    }
}
