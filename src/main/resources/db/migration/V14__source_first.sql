-- A look-up compares the source first, which tells rows apart, and not the flow, which many share.
ALTER TABLE message DROP CONSTRAINT message_source_once;
ALTER TABLE message ADD CONSTRAINT message_source_once UNIQUE (source, flow);
