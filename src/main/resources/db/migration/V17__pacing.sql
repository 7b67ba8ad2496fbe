-- How fast each sender (a number of the business, by its name in config/senders.yml) may go, shared by all hubs: a token bucket. One
-- row a sender, kept. Unlogged: after a crash of the database the buckets begin anew, empty. No personal data.
CREATE UNLOGGED TABLE number_pace (
    sender      text PRIMARY KEY,
    -- Below zero after more inbound messages than the bucket held.
    tokens      double precision NOT NULL DEFAULT 0,
    refilled_at timestamptz      NOT NULL DEFAULT clock_timestamp(),
    -- What the last lease got.
    granted     integer          NOT NULL DEFAULT 0,
    -- Messages a second it was slowed to, and when; it recovers from there. Null: never.
    slowed_to   double precision,
    slowed_at   timestamptz
) WITH (fillfactor = 50);

-- How fast one person was written to by one sender (generic cell rate algorithm): tat is when the bucket of that pair is full again.
-- Rows are deleted within a minute of it. Unlogged: it is written with every message, and is worth minutes only. A subject reference is
-- a pseudonym.
CREATE UNLOGGED TABLE pair_pace (
    sender  text        NOT NULL,
    subject uuid        NOT NULL,
    tat     timestamptz NOT NULL,
    PRIMARY KEY (sender, subject)
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.1, autovacuum_vacuum_cost_delay = 1);

-- People whom Meta asked not to write to for now, by which sender, and how often in a row it asked. Deleted a day after the wait is
-- over.
CREATE TABLE person_delay (
    sender  text        NOT NULL,
    subject uuid        NOT NULL,
    strikes smallint    NOT NULL,
    until   timestamptz NOT NULL,
    PRIMARY KEY (sender, subject)
);

-- How many people a business portfolio has begun with in a moving 24 hours. The row is locked while new people are added, so that the
-- count is exact across hubs. told: Meta's own word on the limit, from a webhook (null: none; 2147483647: no limit).
CREATE TABLE tier_use (
    portfolio      text PRIMARY KEY,
    people         integer NOT NULL DEFAULT 0 CHECK (people >= 0),
    told           integer,
    -- Places that become free until then are promised to messages that wait already.
    promised_until timestamptz
);

-- Those people, each with the time of the last message outside a service window. Deleted when it is out of the moving 24 hours.
CREATE TABLE tier_contact (
    portfolio text        NOT NULL,
    subject   uuid        NOT NULL,
    last_at   timestamptz NOT NULL,
    PRIMARY KEY (portfolio, subject)
);
CREATE INDEX tier_contact_age ON tier_contact (portfolio, last_at);

-- When each person was last sent marketing, and until when none is sent because Meta said they had enough (131049). Written only where
-- a quiet interval is configured or Meta said so; deleted when neither matters any more.
CREATE TABLE marketing_pace (
    subject uuid        PRIMARY KEY,
    last_at timestamptz,
    until   timestamptz
);
