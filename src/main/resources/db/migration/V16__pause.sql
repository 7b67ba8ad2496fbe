-- What must not be sent for now, by whom and why: a sender, a template, an account, or a country for an account. No personal data:
-- names of senders.yml and templates.yml, Meta's ids of accounts, ISO 3166-1 countries. Deleted 30 days after it was lifted; the
-- audit keeps its begin and its end.
CREATE TABLE pause (
    id            uuid PRIMARY KEY,
    scope         text NOT NULL,
    -- A country's is ACCOUNT/PT.
    key           text NOT NULL,
    -- A stable word.
    reason        text NOT NULL,
    detail        text NOT NULL DEFAULT '',
    -- The channel's error code that began it, if one did.
    code          integer,
    began_by      text NOT NULL,
    since         timestamptz NOT NULL DEFAULT now(),
    -- When it ends by itself, or null.
    until         timestamptz,
    -- When it is looked whether it may end; null if a person has to decide.
    next_probe_at timestamptz,
    probes        integer NOT NULL DEFAULT 0,
    lifted_at     timestamptz,
    lifted_by     text,
    -- When the last message that it held had been released.
    released_at   timestamptz,
    CONSTRAINT pause_scope_known CHECK (scope IN ('SENDER', 'TEMPLATE', 'ACCOUNT', 'COUNTRY')),
    CONSTRAINT pause_lifted_by_someone CHECK ((lifted_at IS NULL) = (lifted_by IS NULL))
);

-- To begin a pause twice is one pause, whichever hub does.
CREATE UNIQUE INDEX pause_active ON pause (scope, key, reason) WHERE lifted_at IS NULL;
CREATE INDEX pause_unreleased ON pause (lifted_at) WHERE lifted_at IS NOT NULL AND released_at IS NULL;

-- What a lifted pause releases.
DROP INDEX message_held;
CREATE INDEX message_held_template ON message (template) WHERE held;
CREATE INDEX message_held_country ON message (country) WHERE held;

ALTER TABLE message
    -- Tries that were refused for the message's own sake, or whose outcome stayed unknown: what max-attempts bounds. An outage's are
    -- not among them.
    ADD COLUMN refusals smallint NOT NULL DEFAULT 0,
    -- It was refused in a way that allows one more try only.
    ADD COLUMN last_chance boolean NOT NULL DEFAULT false;
