-- Webhooks of the WhatsApp Cloud API, sealed under the hub's key for 'webhook', from the moment they are answered with 200 until
-- they are handled. A row leaves in the transaction that applies what it says.
CREATE TABLE webhook_inbox (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    received_at     timestamptz NOT NULL DEFAULT now(),
    content         bytea NOT NULL,
    -- Keyed index of the body, so that the same body does not wait twice; also what the content is bound to.
    digest          bytea NOT NULL UNIQUE,
    attempts        smallint NOT NULL DEFAULT 0,
    -- A row that could not be handled steps aside, so that it does not hold up the others.
    next_attempt_at timestamptz NOT NULL DEFAULT now()
) WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 1);
