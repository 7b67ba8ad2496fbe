package dev.sealpost.whatsapp.media;

import dev.sealpost.message.Reason;
import dev.sealpost.whatsapp.cloudapi.FilePart;
import dev.sealpost.whatsapp.cloudapi.GraphAnswer;
import dev.sealpost.whatsapp.cloudapi.GraphApi;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/** Uploads files, each once at a time, without anybody waiting for it. */
@Component
class Uploading {

    private static final Logger log = LoggerFactory.getLogger(Uploading.class);

    private final GraphApi graph;
    private final ExecutorService thread;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final Map<String, Reason> refused = new ConcurrentHashMap<>();

    Uploading(GraphApi graph) {
        this.graph = graph;
        CustomizableThreadFactory factory = new CustomizableThreadFactory("whatsapp-media-");
        factory.setDaemon(true);
        this.thread = Executors.newSingleThreadExecutor(factory);
    }

    /** @param done gets Meta's id, on a thread that may block */
    void begin(MediaAccount account, MediaFile file, Consumer<String> done) {
        String key = key(account, file);
        if (underWay.add(key)) {
            thread.execute(() -> upload(account, file, done));
        }
    }

    /** On the thread that may block. */
    void later(Runnable work) {
        thread.execute(work);
    }

    Optional<Reason> refusal(MediaAccount account, MediaFile file) {
        return Optional.ofNullable(refused.get(key(account, file)));
    }

    private void upload(MediaAccount account, MediaFile file, Consumer<String> done) {
        try {
            if (!ContentHash.of(file.path()).equals(file.sha256())) {
                ended(account, file, Optional.of(Reason.of("media-changed", "since the start: " + name(file))));
                return;
            }
            FilePart part = FilePart.of(name(file), file.type(), file.path());
            graph.upload(account.token(), account.phoneNumberId() + "/media", fields(file), part)
                    .thenAcceptAsync(answer -> ended(account, file, answer, done), thread);
        } catch (IOException unreadable) {
            ended(account, file, Optional.of(Reason.of("media-unreadable", name(file))));
        }
    }

    private static Map<String, String> fields(MediaFile file) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("messaging_product", "whatsapp");
        fields.put("type", file.type());
        return fields;
    }

    private void ended(MediaAccount account, MediaFile file, GraphAnswer answer, Consumer<String> done) {
        Optional<Reason> refusal = Optional.empty();
        try {
            String id =
                    answer instanceof GraphAnswer.Ok ok ? ok.json().path("id").asText("") : "";
            if (!id.isEmpty()) {
                done.accept(id);
            } else if (answer instanceof GraphAnswer.Refused no) {
                refusal = Optional.of(no.reason());
            }
        } finally {
            ended(account, file, refusal);
        }
    }

    private void ended(MediaAccount account, MediaFile file, Optional<Reason> refusal) {
        refusal.ifPresentOrElse(reason -> refuse(account, file, reason), () -> refused.remove(key(account, file)));
        underWay.remove(key(account, file));
    }

    private void refuse(MediaAccount account, MediaFile file, Reason reason) {
        if (!reason.equals(refused.put(key(account, file), reason))) {
            log.warn("The file {} is not uploaded: {}", name(file), reason);
        }
    }

    private static String name(MediaFile file) {
        return file.path().getFileName().toString();
    }

    private static String key(MediaAccount account, MediaFile file) {
        return account.phoneNumberId() + " " + file.sha256();
    }

    @PreDestroy
    void stop() {
        thread.shutdown();
    }
}
