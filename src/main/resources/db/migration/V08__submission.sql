-- Answers to requests with an Idempotency-Key, committed with the events they are about, so that the same request gets the same answer.
-- key is a keyed index of caller, key and part of the request; fingerprint one of the request. Neither key nor request can be read
-- out of them. answers holds ids, states and reasons.
CREATE TABLE answered_request (
    key         bytea PRIMARY KEY CHECK (octet_length(key) = 32),
    fingerprint bytea NOT NULL CHECK (octet_length(fingerprint) = 32),
    answers     text NOT NULL,
    expires_at  timestamptz NOT NULL
);
CREATE INDEX answered_request_expiry ON answered_request (expires_at);
