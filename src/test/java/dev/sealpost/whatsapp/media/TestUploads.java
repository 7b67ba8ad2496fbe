package dev.sealpost.whatsapp.media;

import dev.sealpost.whatsapp.cloudapi.GraphApi;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Uploads with a table in memory. */
public final class TestUploads {

    private TestUploads() {}

    public static MediaUploads with(GraphApi graph) {
        return with(graph, Clock.systemUTC());
    }

    static MediaUploads with(GraphApi graph, Clock clock) {
        return new MediaUploads(new Table(), new Uploading(graph), clock);
    }

    private static final class Table extends UploadTable {

        private final Map<String, Upload> rows = new ConcurrentHashMap<>();

        Table() {
            super(null);
        }

        @Override
        Optional<Upload> find(String phoneNumberId, String sha256) {
            return Optional.ofNullable(rows.get(phoneNumberId + sha256));
        }

        @Override
        void save(String phoneNumberId, String sha256, Upload upload) {
            rows.put(phoneNumberId + sha256, upload);
        }

        @Override
        void delete(String phoneNumberId, String sha256, String mediaId) {
            rows.remove(phoneNumberId + sha256);
        }
    }
}
