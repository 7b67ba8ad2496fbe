package dev.sealpost.sandbox.whatsapp.graph;

import dev.sealpost.sandbox.whatsapp.account.Sender;
import dev.sealpost.sandbox.whatsapp.media.MediaFile;
import dev.sealpost.sandbox.whatsapp.media.MediaLimits;
import dev.sealpost.sandbox.whatsapp.media.MediaStore;
import dev.sealpost.sandbox.whatsapp.media.Multipart;
import dev.sealpost.sandbox.whatsapp.wire.ErrorTable;
import dev.sealpost.sandbox.whatsapp.wire.Json;
import dev.sealpost.sandbox.whatsapp.wire.Outcome;
import dev.sealpost.sandbox.whatsapp.wire.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** {@code POST /{phone-number-id}/media}: takes a file. */
public final class MediaEdge {
    private final MediaStore store;
    private final ErrorTable errors;

    public MediaEdge(MediaStore store, ErrorTable errors) {
        this.store = store;
        this.errors = errors;
    }

    public Outcome post(Sender sender, GraphRequest request) throws IOException {
        if (request.upload().isEmpty()) {
            return invalid("The parameter file is required.");
        }
        Optional<Multipart> form = Multipart.read(request.upload().get(), request.contentType());
        if (form.isEmpty()) {
            return invalid("The form cannot be read: its boundary is not in its body.");
        }
        try (Multipart read = form.get()) {
            return post(sender, request, read);
        }
    }

    private Outcome post(Sender sender, GraphRequest request, Multipart form) throws IOException {
        Optional<String> product = form.field("messaging_product").or(() -> request.queried("messaging_product"));
        if (!product.orElse("").equalsIgnoreCase("whatsapp")) {
            return invalid("The parameter messaging_product is required.");
        }
        if (!form.hasFile()) {
            return invalid("The parameter file is required.");
        }
        Optional<String> type = form.field("type").or(() -> request.queried("type"));
        String mimeType = type.isPresent() && type.get().contains("/") ? type.get() : form.fileType();
        Path bytes = Files.createTempFile("sandbox-media", null);
        try {
            form.copyFile(bytes);
            return keep(sender, mimeType.replaceFirst(";\\s*name=.*", ""), bytes);
        } finally {
            Files.deleteIfExists(bytes);
        }
    }

    private Outcome keep(Sender sender, String mimeType, Path bytes) throws IOException {
        Optional<String> objection = MediaLimits.objection(mimeType, Files.size(bytes));
        if (objection.isPresent()) {
            return invalid(objection.get());
        }
        try (InputStream in = Files.newInputStream(bytes)) {
            MediaFile file = store.add(sender.account(), mimeType, in, MediaStore.UPLOADED);
            return Outcome.now(Reply.Answer.json(200, Json.object().put("id", file.id())));
        }
    }

    private Outcome invalid(String title) {
        return Endpoint.refused(errors.invalid(title));
    }
}
