-- What Meta last said about a sender's number: where its messages are kept at rest, and how long its token is good. One row for each
-- phone number id, kept as long as the number is configured. next_at: when a hub asks again; whoever asks moves it on first.
CREATE TABLE sender_check (
    phone_number_id        text PRIMARY KEY,
    next_at                timestamptz NOT NULL DEFAULT now(),
    -- Null region after a reading: Meta's default storage. A fault is a reason's word.
    region                 text,
    region_read_at         timestamptz,
    region_fault           text,
    token_read_at          timestamptz,
    token_expires_at       timestamptz,
    token_data_expires_at  timestamptz,
    token_fault            text,
    token_warning          text,
    -- Counts replacements: what was asked about the token before is not written down.
    token_generation       integer NOT NULL DEFAULT 0,
    -- As it was last written to the audit.
    standing               text NOT NULL DEFAULT 'ready'
);

-- Access tokens given by 'senders token', sealed under the hub's key for 'sender-token' and bound to the number's id. They are used
-- instead of the configured ones until they are replaced or removed.
CREATE TABLE sender_token (
    phone_number_id text PRIMARY KEY,
    token           bytea NOT NULL,
    set_at          timestamptz NOT NULL DEFAULT now()
);
