-- How far each flow has read a CRM. Advanced in the transaction that accepts a page.
CREATE TABLE crm_cursor (
    flow         text        NOT NULL,
    connection   text        NOT NULL,
    path         text        NOT NULL,
    version      bigint      NOT NULL DEFAULT 0,  -- counts the commits: two hubs never advance it at once
    since        timestamptz,                     -- the latest change of the last list read to its end, by the CRM's clock
    high         timestamptz,                     -- the latest change seen in the list that is being read
    place        bytea,                           -- where that list goes on; sealed, as a cursor may hold anything
    next_poll_at timestamptz NOT NULL,            -- by the database's clock, the one clock that all hubs share
    PRIMARY KEY (flow, connection, path)
);
