-- A person is also found by the user ids that WhatsApp gives them for this business.
ALTER TABLE subject_identifier DROP CONSTRAINT subject_identifier_kind_check;
ALTER TABLE subject_identifier ADD CONSTRAINT subject_identifier_kind_check CHECK (kind IN ('phone', 'user-id'));

-- What people wrote, one row a message, for sealpost.whatsapp.inbound.retention (30 days). Nothing of it in clear: the wamid as a keyed
-- index and, for replies and read marks, sealed under the person's key; what they wrote sealed the same way, only until the flows that
-- want it have taken it.
CREATE TABLE inbound_message (
    id              uuid PRIMARY KEY,
    -- Keyed index: the same message of Meta is taken in once.
    wamid           bytea NOT NULL UNIQUE,
    wamid_sealed    bytea,
    subject         uuid NOT NULL,
    -- Name in config/senders.yml of the number they wrote to; null if it is not one of them.
    sender          text,
    kind            text NOT NULL,
    -- When it was written, by Meta's clock.
    at              timestamptz NOT NULL,
    -- The event for flows; null as soon as no flow waits for it.
    content         bytea,
    attempts        smallint NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL DEFAULT now(),
    received_at     timestamptz NOT NULL DEFAULT now(),
    kept_until      timestamptz NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 1);

CREATE INDEX inbound_message_waiting ON inbound_message (next_attempt_at, id) WHERE content IS NOT NULL;
CREATE INDEX inbound_message_subject ON inbound_message (subject, id);
CREATE INDEX inbound_message_kept ON inbound_message (kept_until);
