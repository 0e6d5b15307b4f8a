-- Inbox: what WeCom and the mall told us, stored before anybody acts on it.

CREATE TABLE inbox_event (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    dedupe_key      text        NOT NULL UNIQUE,
    source          text        NOT NULL CHECK (source IN ('WECOM', 'MALL')),
    type            text        NOT NULL,
    subject         text        NOT NULL,
    body            bytea       NOT NULL,
    body_hash       bytea       NOT NULL,
    occurred_at     timestamptz NOT NULL,
    received_at     timestamptz NOT NULL,
    state           text        NOT NULL DEFAULT 'NEW' CHECK (state IN ('NEW', 'DONE', 'FAILED')),
    needs_welcome   boolean     NOT NULL DEFAULT false,
    welcome         text,
    relation        text,
    attempts        integer     NOT NULL DEFAULT 0,
    next_attempt_at timestamptz,
    note            text,
    changed_at      timestamptz NOT NULL
);

COMMENT ON TABLE inbox_event IS 'Every verified event from outside, once; acted on by the dispatcher in the order of id per subject';
COMMENT ON COLUMN inbox_event.dedupe_key IS 'wecom:<hex SHA-256 of the decrypted body> or mall:<webhook id>';
COMMENT ON COLUMN inbox_event.subject IS 'External user id (WeCom) or union id (mall); events of one subject keep their order';
COMMENT ON COLUMN inbox_event.body IS 'The decrypted bytes exactly as they came';
COMMENT ON COLUMN inbox_event.body_hash IS 'SHA-256 of body; another body under the same dedupe key goes to inbox_conflict';
COMMENT ON COLUMN inbox_event.state IS 'NEW: to be applied; DONE: domain change and announcements are committed (the outbox publishes them); FAILED: gave up, see note';
COMMENT ON COLUMN inbox_event.needs_welcome IS 'An add whose welcome goes out on the fast lane; the dispatcher waits for its outcome in welcome';
COMMENT ON COLUMN inbox_event.welcome IS 'How the welcome ended: SENT, REFUSED, DECLINED or UNKNOWN; null: not decided yet';
COMMENT ON COLUMN inbox_event.relation IS 'Staff user id of the relation an add or leave was about; finds late events';
COMMENT ON COLUMN inbox_event.next_attempt_at IS 'Not before this moment (product clock); null: at once';
COMMENT ON COLUMN inbox_event.note IS 'Why it waits or failed, or why it had no effect';

CREATE INDEX inbox_event_new ON inbox_event (id) WHERE state = 'NEW';
CREATE INDEX inbox_event_new_subject ON inbox_event (subject, id) WHERE state = 'NEW';
CREATE INDEX inbox_event_due ON inbox_event (next_attempt_at) WHERE state = 'NEW' AND next_attempt_at IS NOT NULL;
CREATE INDEX inbox_event_welcome ON inbox_event (received_at) WHERE state = 'NEW' AND needs_welcome AND welcome IS NULL;
CREATE INDEX inbox_event_failed ON inbox_event (id) WHERE state = 'FAILED';
CREATE INDEX inbox_event_relation ON inbox_event (subject, relation, occurred_at) WHERE relation IS NOT NULL;
CREATE INDEX inbox_event_received ON inbox_event (received_at);

CREATE TABLE inbox_conflict (
    dedupe_key  text        NOT NULL,
    body_hash   bytea       NOT NULL,
    body        bytea       NOT NULL,
    received_at timestamptz NOT NULL,
    PRIMARY KEY (dedupe_key, body_hash)
);

COMMENT ON TABLE inbox_conflict IS 'Events that came under a known dedupe key with another body; never applied, a person looks at them';
