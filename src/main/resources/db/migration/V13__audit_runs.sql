-- Entries of one append about the same message stand next to each other, a run. The first of them says so for all: only it has
-- message and subject, and how many the run has. The two indexes by random ids thus have a place for each run instead of each entry.
-- What was written before is a run of one each.
ALTER TABLE audit_entry ADD run integer DEFAULT 1;
ALTER TABLE audit_entry ALTER run DROP DEFAULT;

DROP VIEW audit_waiting;
DROP TRIGGER append_only ON audit_pending;
-- Lines of json would be looked for twice, to check the append and to move it.
ALTER TABLE audit_pending
    DROP CONSTRAINT audit_pending_complete,
    ADD run integer[],
    ALTER json TYPE text[] USING string_to_array(json, E'\n');
UPDATE audit_pending SET run = array_fill(1, ARRAY[cardinality(kind)]);
ALTER TABLE audit_pending
    ALTER run SET NOT NULL,
    ALTER run SET STORAGE EXTERNAL,
    ALTER json SET STORAGE EXTERNAL,
    -- What the sequencer would otherwise stumble over, or what nobody would find.
    ADD CONSTRAINT audit_pending_complete CHECK (
        entries > 0
        AND ARRAY[cardinality(time), cardinality(actor), cardinality(flow), cardinality(message), cardinality(subject),
                  cardinality(outcome), cardinality(run), cardinality(json)] = array_fill(entries, ARRAY[8])
        AND array_position(time, NULL) IS NULL AND array_position(kind, NULL) IS NULL AND array_position(actor, NULL) IS NULL
        AND array_position(json, NULL) IS NULL AND run[1] IS NOT NULL);
CREATE TRIGGER append_only BEFORE UPDATE ON audit_pending FOR EACH ROW EXECUTE FUNCTION audit_refuse_change();

-- The entries that wait, one by one; place counts from 1 within their append.
CREATE VIEW audit_waiting AS
SELECT id, place, time, kind, actor, flow, first_value(message) OVER whole_run AS message, first_value(subject) OVER whole_run AS subject,
       outcome, json
FROM (
    SELECT append.id, entry.place, timestamptz 'epoch' + entry.time * interval '1 microsecond' AS time, entry.kind, entry.actor,
           entry.flow, entry.message, entry.subject, entry.outcome, entry.json,
           count(entry.run) OVER (PARTITION BY append.id ORDER BY entry.place) AS run
    FROM audit_pending AS append CROSS JOIN LATERAL
        unnest(append.time, append.kind, append.actor, append.flow, append.message, append.subject, append.run, append.outcome,
               append.json)
        WITH ORDINALITY AS entry (time, kind, actor, flow, message, subject, run, outcome, json, place)) AS waiting
WINDOW whole_run AS (PARTITION BY id, run ORDER BY place);

-- The entries of messages. Go into it by message: OFFSET keeps the planner from reading the log in order and looking for heads.
CREATE VIEW audit_message_entry AS
SELECT head.message, head.subject, entry.index, entry.time, entry.kind, entry.actor, entry.flow, entry.outcome, entry.json
FROM audit_entry AS head CROSS JOIN LATERAL
    (SELECT * FROM audit_entry WHERE index >= head.index AND index < head.index + head.run OFFSET 0) AS entry
WHERE head.message IS NOT NULL;
