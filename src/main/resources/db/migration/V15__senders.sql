-- Each message goes by one sender (a number of the business, as config/senders.yml names it), chosen when it is queued, so that
-- claims, pauses and pacing go by sender. country: the person's, by the number's plan (ISO 3166-1 alpha-2); null if it has none.
ALTER TABLE message ADD COLUMN sender text, ADD COLUMN country text;
-- Something is paused that only this message needs (its template, its country): the claim does not look at it, and it does not hold
-- up the person's other messages.
ALTER TABLE message ADD COLUMN held boolean NOT NULL DEFAULT false;

DROP INDEX message_claim;
CREATE INDEX message_claim ON message (sender, priority, next_attempt_at, id) WHERE state = 'QUEUED' AND NOT behind AND NOT held;

DROP INDEX message_turn;
CREATE INDEX message_turn ON message (subject, priority, id) WHERE state = 'QUEUED' AND NOT held;

CREATE INDEX message_held ON message (id) WHERE held;
-- Small, or empty: what no sender there is may claim.
CREATE INDEX message_unrouted ON message (id) WHERE state = 'QUEUED' AND sender IS NULL;

-- How long a person may be written to freely, because they wrote first: 24 h from their last message to that sender. Rows are
-- deleted when they are over.
CREATE TABLE service_window (
    sender  text        NOT NULL,
    subject uuid        NOT NULL,
    until   timestamptz NOT NULL,
    PRIMARY KEY (sender, subject)
);
CREATE INDEX service_window_end ON service_window (until);
