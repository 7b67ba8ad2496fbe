package dev.sealpost.whatsapp.media;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The uploads of all hubs. */
@Component
class UploadTable {

    private static final String SAVE =
            """
            INSERT INTO media_upload (phone_number_id, sha256, media_id, uploaded_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (phone_number_id, sha256)
            DO UPDATE SET media_id = excluded.media_id, uploaded_at = excluded.uploaded_at
            """;

    private final JdbcClient jdbc;

    UploadTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Upload> find(String phoneNumberId, String sha256) {
        return jdbc.sql("SELECT media_id, uploaded_at FROM media_upload WHERE phone_number_id = ? AND sha256 = ?")
                .param(phoneNumberId)
                .param(sha256)
                .query((row, n) -> new Upload(
                        row.getString("media_id"),
                        row.getObject("uploaded_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    void save(String phoneNumberId, String sha256, Upload upload) {
        jdbc.sql(SAVE)
                .param(phoneNumberId)
                .param(sha256)
                .param(upload.id())
                .param(upload.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Only if it is still the one that was of no use. */
    void delete(String phoneNumberId, String sha256, String mediaId) {
        jdbc.sql("DELETE FROM media_upload WHERE phone_number_id = ? AND sha256 = ? AND media_id = ?")
                .param(phoneNumberId)
                .param(sha256)
                .param(mediaId)
                .update();
    }
}
