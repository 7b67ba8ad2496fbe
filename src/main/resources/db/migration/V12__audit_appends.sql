-- A row of audit_pending is now an append with all its entries, an array for each column and a line of json for each entry: a row
-- that is written, found and deleted again for each entry cost as much as the log itself. Arrays and text are kept out of line and
-- not compressed, as a row lives for a fraction of a second.
ALTER TABLE audit_pending RENAME TO audit_pending_entry;
ALTER TABLE audit_pending_entry RENAME CONSTRAINT audit_pending_pkey TO audit_pending_entry_pkey;

CREATE TABLE audit_pending (
    id          bigint        PRIMARY KEY,
    time        bigint[]      NOT NULL, -- microseconds since 1970
    kind        text[]        NOT NULL,
    actor       text[]        NOT NULL,
    flow        text[]        NOT NULL,
    message     uuid[]        NOT NULL,
    subject     uuid[]        NOT NULL,
    outcome     text[]        NOT NULL,
    json        text          NOT NULL,
    entries     integer       NOT NULL GENERATED ALWAYS AS (cardinality(kind)) STORED,
    appended_at timestamptz   NOT NULL DEFAULT now(),
    -- What the sequencer would otherwise stumble over.
    CONSTRAINT audit_pending_complete CHECK (
        entries > 0
        AND ARRAY[cardinality(time), cardinality(actor), cardinality(flow), cardinality(message), cardinality(subject),
                  cardinality(outcome), cardinality(string_to_array(json, E'\n'))] = array_fill(entries, ARRAY[7])
        AND array_position(time, NULL) IS NULL AND array_position(kind, NULL) IS NULL AND array_position(actor, NULL) IS NULL)
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000, autovacuum_analyze_scale_factor = 10);

ALTER TABLE audit_pending
    ALTER time SET STORAGE EXTERNAL,
    ALTER kind SET STORAGE EXTERNAL,
    ALTER actor SET STORAGE EXTERNAL,
    ALTER flow SET STORAGE EXTERNAL,
    ALTER message SET STORAGE EXTERNAL,
    ALTER subject SET STORAGE EXTERNAL,
    ALTER outcome SET STORAGE EXTERNAL,
    ALTER json SET STORAGE EXTERNAL;

INSERT INTO audit_pending (id, time, kind, actor, flow, message, subject, outcome, json, appended_at)
SELECT id, ARRAY[(extract(epoch FROM time) * 1000000)::bigint], ARRAY[kind], ARRAY[actor], ARRAY[flow], ARRAY[message], ARRAY[subject], ARRAY[outcome], json, appended_at
FROM audit_pending_entry;

DROP TABLE audit_pending_entry;

CREATE TRIGGER append_only BEFORE UPDATE ON audit_pending FOR EACH ROW EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON audit_pending EXECUTE FUNCTION audit_refuse_change();

-- The entries that wait, one by one; place counts from 1 within their append.
CREATE VIEW audit_waiting AS
SELECT append.id, entry.place, timestamptz 'epoch' + entry.time * interval '1 microsecond' AS time, entry.kind, entry.actor,
       entry.flow, entry.message, entry.subject, entry.outcome, entry.json
FROM audit_pending AS append CROSS JOIN LATERAL
    unnest(append.time, append.kind, append.actor, append.flow, append.message, append.subject, append.outcome,
           string_to_array(append.json, E'\n'))
    WITH ORDINALITY AS entry (time, kind, actor, flow, message, subject, outcome, json, place);

-- Nearly all entries are of a few kinds and flows, so that an index with a place for each entry costs much and selects little. This
-- one says of each stretch of the log whether a kind or a flow may be in it.
DROP INDEX audit_entry_kind;
DROP INDEX audit_entry_flow;
CREATE INDEX audit_entry_kind_flow ON audit_entry USING brin (kind text_bloom_ops, flow text_bloom_ops)
    WITH (pages_per_range = 64, autosummarize = on);
