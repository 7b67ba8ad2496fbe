-- Proves at start that the vault's keysets are the ones this database was written with.
CREATE TABLE vault_check (
    keyset     text PRIMARY KEY,
    proof      bytea       NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);

-- Apart from everything else, so that it can be backed up apart and for a shorter time: a backup of the
-- rest without it opens nothing, and no key outlives its destruction by more than that time.
CREATE SCHEMA keys;

CREATE TABLE keys.subject_key (
    subject    uuid PRIMARY KEY,
    kek_id     bigint      NOT NULL, -- the key-encryption key's id as in the keyset file, for finding what a rotation left
    wrapped    bytea       NOT NULL, -- AES-256-GCM under it, bound to the subject
    created_at timestamptz NOT NULL DEFAULT now()
);
