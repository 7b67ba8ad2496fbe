-- What people said about each purpose, one row each time they said something. Where they stand is derived, never stored:
-- the first row of a subject and purpose in the order of consent_event_current.
CREATE SEQUENCE consent_event_seq INCREMENT BY 50;

CREATE TABLE consent_event (
    id           bigint      PRIMARY KEY,
    subject      uuid        NOT NULL,
    purpose      text        NOT NULL,  -- '*': a withdrawal from every purpose, those configured later included
    status       smallint    NOT NULL CHECK (status BETWEEN 1 AND 4),  -- 1 requested, 2 granted, 3 objected, 4 withdrawn
    at           timestamptz NOT NULL,  -- when it came about: of a confirmed consent, when it was confirmed
    confirmed_at timestamptz,
    expires_at   timestamptz,
    recorded_at  timestamptz NOT NULL,  -- when the hub was told
    source       text        NOT NULL,  -- form, crm, import, api, …
    notice       text,                  -- id@version of what the person was shown
    actor        text        NOT NULL,
    fingerprint  bytea       NOT NULL CHECK (octet_length(fingerprint) = 32),  -- blind index of all that was recorded
    evidence     bytea,                 -- sealed under the subject's key, bound to subject and purpose
    CHECK (purpose <> '*' OR status = 4)
) WITH (autovacuum_vacuum_insert_scale_factor = 0.01);  -- so that the visibility map keeps up: index-only look-ups need it

-- By the time it happened, not by the order of arrival: an old consent that is imported late must not revive a later
-- withdrawal. At the same instant the higher status, which is the stricter one, wins; then the one recorded last.
-- It covers the look-up, so that with an up-to-date visibility map (rows never change) the table is not read.
CREATE INDEX consent_event_current ON consent_event (subject, purpose, at DESC, status DESC, id DESC)
    INCLUDE (confirmed_at, notice, expires_at);

CREATE FUNCTION consent_event_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'consent_event is append-only: % refused; record a new event instead', TG_OP;
END
$$;

-- Rows leave by DELETE only, for erasure and retention.
CREATE TRIGGER consent_event_no_update BEFORE UPDATE ON consent_event
    FOR EACH STATEMENT EXECUTE FUNCTION consent_event_is_append_only();
CREATE TRIGGER consent_event_no_truncate BEFORE TRUNCATE ON consent_event
    FOR EACH STATEMENT EXECUTE FUNCTION consent_event_is_append_only();
