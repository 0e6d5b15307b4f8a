-- Indexes the pages of the console need beside those of the rooms' own work.

CREATE INDEX customer_page ON customer (created_at DESC, id DESC);
CREATE INDEX inbox_event_timeline ON inbox_event (subject, occurred_at DESC);
CREATE INDEX touchpoint_timeline ON touchpoint (customer_id, asked_at DESC);
CREATE INDEX touchpoint_page ON touchpoint (state, id DESC);
