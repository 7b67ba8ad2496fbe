-- The audit log. An append writes to audit_pending in the caller's transaction; one sequencer at a time moves what is there into
-- audit_entry, whose index is contiguous from 0. What an entry says is its json (RFC 8785); the other columns repeat parts of it
-- for searching, and leaf_hash is SHA-256(0x00 || json), RFC 9162 section 2.1.1.

-- One nextval for each entry where an append inserts it, so that what was committed before has the lower id; the wiretap sink takes
-- 50 at once through JPA.
CREATE SEQUENCE audit_pending_seq INCREMENT BY 50;

CREATE TABLE audit_pending (
    id          bigint      PRIMARY KEY,
    time        timestamptz NOT NULL,
    kind        text        NOT NULL,
    actor       text        NOT NULL,
    flow        text,
    message     uuid,
    subject     uuid,
    outcome     text,
    json        text        NOT NULL,
    appended_at timestamptz NOT NULL DEFAULT now()
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000, autovacuum_analyze_scale_factor = 10);

CREATE TABLE audit_entry (
    index     bigint      NOT NULL,
    time      timestamptz NOT NULL,
    kind      text        NOT NULL,
    actor     text        NOT NULL,
    flow      text,
    message   uuid,
    subject   uuid,
    outcome   text,
    json      text        NOT NULL,
    leaf_hash bytea       NOT NULL,
    PRIMARY KEY (index)
) PARTITION BY RANGE (index);

CREATE INDEX audit_entry_message ON audit_entry (message) WHERE message IS NOT NULL;
CREATE INDEX audit_entry_subject ON audit_entry (subject) WHERE subject IS NOT NULL;
CREATE INDEX audit_entry_kind ON audit_entry (kind, index);
CREATE INDEX audit_entry_flow ON audit_entry (flow, index) WHERE flow IS NOT NULL;
CREATE INDEX audit_entry_time ON audit_entry USING brin (time) WITH (pages_per_range = 32, autosummarize = on);

-- RFC 9162 section 2.1.1; an entry's leaf is the UTF-8 of its json.
CREATE FUNCTION audit_leaf_hash(leaf bytea) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN sha256('\x00'::bytea || leaf);

-- Where the log ends; one row.
CREATE TABLE audit_head (
    only_row   boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    next_index bigint  NOT NULL
);
INSERT INTO audit_head (next_index) VALUES (0);

CREATE FUNCTION audit_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON audit_entry EXECUTE FUNCTION audit_refuse_change();
-- Entries leave audit_pending only by being moved; nobody changes one that waits.
CREATE TRIGGER append_only BEFORE UPDATE ON audit_pending FOR EACH ROW EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON audit_pending EXECUTE FUNCTION audit_refuse_change();

-- Makes the partition for the indexes [n * 2^20, (n + 1) * 2^20), unless it exists. Built apart and attached, so that readers of
-- the log are not held up.
CREATE FUNCTION audit_add_partition(n bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    partition text := 'audit_entry_' || lpad(n::text, 6, '0');
BEGIN
    IF to_regclass(partition) IS NOT NULL THEN
        RETURN;
    END IF;
    EXECUTE format('CREATE TABLE %I (LIKE audit_entry INCLUDING DEFAULTS)', partition);
    EXECUTE format('ALTER TABLE audit_entry ATTACH PARTITION %I FOR VALUES FROM (%s) TO (%s)', partition, n << 20, (n + 1) << 20);
    EXECUTE format('CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON %I EXECUTE FUNCTION audit_refuse_change()', partition);
END $$;
