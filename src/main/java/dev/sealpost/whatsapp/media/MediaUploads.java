package dev.sealpost.whatsapp.media;

import dev.sealpost.message.Reason;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Meta's ids of the business's files. A file is uploaded when the first message shows it, again some days before Meta forgets it, and
 * again when Meta says that it cannot be used; all hubs share the ids.
 *
 * <p>Not guaranteed: that a file is uploaded once only. Two hubs may do it at the same time; the later id is kept, both are good.
 */
@Component
public class MediaUploads {

    private final UploadTable table;
    private final Uploading uploading;
    private final Clock clock;

    /** Found before. What another hub uploaded anew is not looked for: this one is good until it is too old. */
    private final Map<Key, Upload> known = new ConcurrentHashMap<>();

    @Autowired
    MediaUploads(UploadTable table, Uploading uploading) {
        this(table, uploading, Clock.systemUTC());
    }

    MediaUploads(UploadTable table, Uploading uploading, Clock clock) {
        this.table = table;
        this.uploading = uploading;
        this.clock = clock;
    }

    /** Meta's id, or empty while there is none that can be used. Asks the database the first time. */
    public Optional<String> id(MediaAccount account, MediaFile file) {
        Instant now = clock.instant();
        Optional<Upload> upload = find(new Key(account.phoneNumberId(), file.sha256()));
        upload.filter(known -> known.isAgeing(now)).ifPresent(ageing -> begin(account, file));
        return upload.filter(known -> known.isUsable(now)).map(Upload::id);
    }

    /** Uploads it, unless that is under way. */
    public void begin(MediaAccount account, MediaFile file) {
        Key key = new Key(account.phoneNumberId(), file.sha256());
        uploading.begin(account, file, id -> {
            var upload = new Upload(id, clock.instant());
            table.save(key.phoneNumberId(), key.sha256(), upload);
            known.put(key, upload);
        });
    }

    /** Why Meta will not take it, if the last attempt told so. */
    public Optional<Reason> refusal(MediaAccount account, MediaFile file) {
        return uploading.refusal(account, file);
    }

    /** Meta cannot use what it has; the next message has it uploaded again. Does not block. */
    public void forget(MediaAccount account, MediaFile file) {
        Key key = new Key(account.phoneNumberId(), file.sha256());
        uploading.later(() -> find(key).ifPresent(useless -> {
            table.delete(key.phoneNumberId(), key.sha256(), useless.id());
            known.remove(key, useless);
        }));
    }

    private Optional<Upload> find(Key key) {
        Upload found = known.get(key);
        if (found != null && found.isUsable(clock.instant())) {
            return Optional.of(found);
        }
        Optional<Upload> stored = table.find(key.phoneNumberId(), key.sha256());
        stored.ifPresent(upload -> known.put(key, upload));
        return stored;
    }

    private record Key(String phoneNumberId, String sha256) {}
}
