-- What Meta calls the business's own files that messages show (config/media): the same for everybody, so no personal data. One row for
-- each number and file, by the SHA-256 of its content; replaced when the file is uploaded again, before Meta forgets it after 30 days.
CREATE TABLE media_upload (
    phone_number_id text        NOT NULL,
    sha256          text        NOT NULL,
    media_id        text        NOT NULL,
    uploaded_at     timestamptz NOT NULL,
    PRIMARY KEY (phone_number_id, sha256)
);
