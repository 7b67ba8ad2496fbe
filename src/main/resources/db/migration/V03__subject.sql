-- A person: a random reference, nothing else.
CREATE TABLE subject (
    ref        uuid PRIMARY KEY,
    created_at timestamptz NOT NULL DEFAULT now()
);

-- What a person is found by, as a keyed blind index.
CREATE TABLE subject_identifier (
    index      bytea PRIMARY KEY,
    kind       text        NOT NULL CHECK (kind IN ('phone')),
    subject    uuid        NOT NULL REFERENCES subject (ref),
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX subject_identifier_subject ON subject_identifier (subject);
