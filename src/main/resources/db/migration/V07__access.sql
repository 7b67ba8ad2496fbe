-- API keys. The key itself is shown once and not kept: hash is its SHA-256, which is enough because a key is 256 random bits.
CREATE TABLE api_key (
    id         uuid        PRIMARY KEY,
    name       text        NOT NULL,
    hash       bytea       NOT NULL UNIQUE CHECK (octet_length(hash) = 32),
    scopes     text[]      NOT NULL CHECK (cardinality(scopes) > 0),
    flows      text[]      CHECK (flows IS NULL OR cardinality(flows) > 0), -- null, and never an empty list: all flows
    created_at timestamptz NOT NULL,
    expires_at timestamptz,
    revoked_at timestamptz
);
