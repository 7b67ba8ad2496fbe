-- One trip for the ids of a chunk of an import.
ALTER SEQUENCE consent_event_seq INCREMENT BY 500;
