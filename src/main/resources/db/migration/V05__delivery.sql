-- The outbox: one row a message, also a refused one. No personal data in clear: content is sealed under the subject's key,
-- source is a keyed blind index. The history of a message is in the audit, not here.
--
-- Other packages may read id, flow, purpose, subject, source, state, reason, template, priority, content, channel_id, attempts,
-- next_attempt_at, expires_at, claimed_at, claimed_by, received_at and updated_at; only delivery writes.
CREATE TABLE message (
    id              uuid PRIMARY KEY,
    flow            text NOT NULL,
    source          bytea NOT NULL,
    purpose         text,
    subject         uuid,
    state           text NOT NULL,
    reason          text,
    template        text,
    priority        smallint NOT NULL DEFAULT 9,
    -- Waits behind an earlier message of the same person. Set by the claim, cleared when that person's turn passes on.
    behind          boolean NOT NULL DEFAULT false,
    content         bytea,
    -- When retained content is deleted; null while it is needed for sending.
    content_until   timestamptz,
    channel_id      text,
    attempts        integer NOT NULL DEFAULT 0,
    -- By the database's clock, the one clock that all hubs share.
    next_attempt_at timestamptz NOT NULL DEFAULT now(),
    expires_at      timestamptz,
    claimed_at      timestamptz,
    claimed_by      text,
    received_at     timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT message_source_once UNIQUE (flow, source),
    CONSTRAINT message_state_known CHECK (state IN ('REFUSED', 'RECORDED', 'QUEUED', 'SENDING', 'BLOCKED', 'SENT', 'DELIVERED', 'READ',
        'FAILED', 'UNCERTAIN', 'PARKED')),
    CONSTRAINT message_priority_range CHECK (priority BETWEEN 0 AND 9),
    CONSTRAINT message_can_be_sent CHECK (state NOT IN ('QUEUED', 'SENDING', 'UNCERTAIN')
        OR (purpose IS NOT NULL AND subject IS NOT NULL AND template IS NOT NULL AND content IS NOT NULL
            AND expires_at IS NOT NULL))
) WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 1);

-- What may be claimed, in the order in which it is claimed within a priority. Messages that wait behind another, and messages that
-- wait for their next attempt, are not stepped over by the claim: it costs the same whatever the backlog.
CREATE INDEX message_claim ON message (priority, next_attempt_at, id) WHERE state = 'QUEUED' AND NOT behind;

-- Whose turn it is among one person's messages.
CREATE INDEX message_turn ON message (subject, priority, id) WHERE state = 'QUEUED';

-- One message at a time to one person, whatever the number of hubs: the last word is the database's.
CREATE UNIQUE INDEX message_one_at_a_time ON message (subject) WHERE state = 'SENDING';

CREATE INDEX message_expiry ON message (expires_at) WHERE state = 'QUEUED';
CREATE INDEX message_uncertain ON message (updated_at) WHERE state = 'UNCERTAIN';
CREATE INDEX message_retention ON message (content_until) WHERE content_until IS NOT NULL;
CREATE INDEX message_subject ON message (subject, id) WHERE subject IS NOT NULL;
CREATE INDEX message_channel_id ON message USING hash (channel_id) WHERE channel_id IS NOT NULL;

-- What could not be handled, sealed, for a bounded time. Under the subject's key where the subject is known, so that erasing the
-- person makes it unreadable, else under the hub's. It holds either minimised content (associated data as in message: message,
-- subject, purpose) or an event as it came in (associated data: message and flow).
CREATE TABLE dead_letter (
    id         uuid PRIMARY KEY,
    message    uuid NOT NULL,
    flow       text NOT NULL,
    subject    uuid,
    purpose    text,
    reason     text NOT NULL,
    holds      text NOT NULL,
    content    bytea NOT NULL,
    sealed_for text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    CONSTRAINT dead_letter_known CHECK (holds = 'event' OR (holds = 'content' AND sealed_for = 'subject' AND purpose IS NOT NULL)),
    CONSTRAINT dead_letter_key_known CHECK (sealed_for = 'hub' OR (sealed_for = 'subject' AND subject IS NOT NULL))
);
CREATE INDEX dead_letter_expiry ON dead_letter (expires_at);
CREATE INDEX dead_letter_message ON dead_letter (message);
CREATE INDEX dead_letter_subject ON dead_letter (subject) WHERE subject IS NOT NULL;
