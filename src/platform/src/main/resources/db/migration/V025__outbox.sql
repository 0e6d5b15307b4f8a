-- Outbox: messages for journeys, written with the change they tell of, published after it.

CREATE TABLE outbox (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key             text        NOT NULL UNIQUE,
    name            text        NOT NULL,
    correlation_key text        NOT NULL,
    time_to_live_ms bigint      NOT NULL CHECK (time_to_live_ms >= 0),
    variables       json        NOT NULL,
    state           text        NOT NULL DEFAULT 'WAITING'
                    CHECK (state IN ('WAITING', 'PUBLISHING', 'UNSURE', 'DONE', 'FAILED')),
    attempts        integer     NOT NULL DEFAULT 0,
    note            text,
    announced_at    timestamptz NOT NULL,
    changed_at      timestamptz NOT NULL
);

COMMENT ON TABLE outbox IS 'Messages for journeys; published in the order of id per correlation key';
COMMENT ON COLUMN outbox.key IS 'Message id in the engine; announcing the same key again changes nothing';
COMMENT ON COLUMN outbox.correlation_key IS 'Customer id';
COMMENT ON COLUMN outbox.time_to_live_ms IS 'How long the engine keeps the message for a listener; 0 for messages that start a journey';
COMMENT ON COLUMN outbox.state IS 'PUBLISHING: taken by the publisher; UNSURE: no clear answer came (or we crashed), the history decides; FAILED: the engine refused it for good, see note';
COMMENT ON COLUMN outbox.attempts IS 'Times the publisher took it; counted before the publish, so a crash counts';

CREATE INDEX outbox_waiting ON outbox (id) WHERE state = 'WAITING';
CREATE INDEX outbox_underway ON outbox (correlation_key) WHERE state IN ('PUBLISHING', 'UNSURE');
CREATE INDEX outbox_unsure ON outbox (id) WHERE state = 'UNSURE';
CREATE INDEX outbox_failed ON outbox (id) WHERE state = 'FAILED';
