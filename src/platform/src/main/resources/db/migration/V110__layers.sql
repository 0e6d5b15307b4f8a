CREATE TABLE layer_rules (
  version     integer PRIMARY KEY CHECK (version > 0),
  xml         text NOT NULL,
  source      text NOT NULL CHECK (source IN ('SHIPPED', 'CONSOLE')),
  actor       text NOT NULL,
  comment     text,
  deployed_at timestamptz NOT NULL
);
COMMENT ON TABLE layer_rules IS 'Every version of the layer decision table (DMN); the highest version decides';
COMMENT ON COLUMN layer_rules.source IS 'SHIPPED: came with a release; CONSOLE: a person changed it, later releases do not replace it';

CREATE TABLE customer_layer (
  customer_id    text PRIMARY KEY REFERENCES customer (id),
  layer          text NOT NULL CHECK (layer IN ('CORE', 'INFLUENCE', 'OUTER')),
  reason         text NOT NULL,
  since          timestamptz NOT NULL,
  net_year_cents bigint NOT NULL,
  net_ever_cents bigint NOT NULL,
  orders_year    integer NOT NULL,
  active_months  integer NOT NULL,
  silent_months  integer NOT NULL CHECK (silent_months BETWEEN 0 AND 12),
  as_of          date NOT NULL,
  rules_version  integer NOT NULL REFERENCES layer_rules (version),
  due_at         timestamptz,
  shown          text CHECK (shown IN ('CORE', 'INFLUENCE')),
  tag_due_at     timestamptz,
  tag_tries      integer NOT NULL DEFAULT 0
);
COMMENT ON TABLE customer_layer IS 'The layer (层级) of every customer who ever bought, with the facts it was decided on';
COMMENT ON COLUMN customer_layer.since IS 'When the customer came to this layer';
COMMENT ON COLUMN customer_layer.net_year_cents IS 'What is kept of the orders of the last 365 days; refunds laid on them are taken off';
COMMENT ON COLUMN customer_layer.net_ever_cents IS 'All orders less all refunds; below zero when more came back than was bought here';
COMMENT ON COLUMN customer_layer.orders_year IS 'Frequency: orders of the last 365 days that are not fully refunded';
COMMENT ON COLUMN customer_layer.active_months IS 'Loyalty: calendar months of the last 365 days with such an order';
COMMENT ON COLUMN customer_layer.silent_months IS 'Recency: whole periods of 30 days since the last order that is not fully refunded, at most 12';
COMMENT ON COLUMN customer_layer.as_of IS 'Day in the shop''s zone the facts are counted for';
COMMENT ON COLUMN customer_layer.due_at IS 'When passing time alone changes the facts next; null when never';
COMMENT ON COLUMN customer_layer.shown IS 'The layer tag the customer carries in WeCom; null for none';
COMMENT ON COLUMN customer_layer.tag_due_at IS 'When the tag is to be compared with the layer; null when it is right';
COMMENT ON COLUMN customer_layer.tag_tries IS 'Numbers the touches that mark the tag';
CREATE INDEX customer_layer_page ON customer_layer (layer, net_year_cents DESC);
CREATE INDEX customer_layer_due ON customer_layer (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX customer_layer_tag_due ON customer_layer (tag_due_at) WHERE tag_due_at IS NOT NULL;

CREATE TABLE layer_move (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_id    text NOT NULL REFERENCES customer (id),
  from_layer     text NOT NULL,
  to_layer       text NOT NULL,
  cause          text NOT NULL CHECK (cause IN ('ORDER', 'REFUND', 'TIME', 'MERGE')),
  reason         text NOT NULL,
  net_year_cents bigint NOT NULL,
  net_ever_cents bigint NOT NULL,
  orders_year    integer NOT NULL,
  active_months  integer NOT NULL,
  silent_months  integer NOT NULL,
  rules_version  integer NOT NULL REFERENCES layer_rules (version),
  at             timestamptz NOT NULL
);
COMMENT ON TABLE layer_move IS 'Every movement between layers with the facts that decided it, append-only';
COMMENT ON COLUMN layer_move.cause IS 'What changed the facts; TIME: something left the window, or the rules changed';
CREATE INDEX layer_move_customer ON layer_move (customer_id, at DESC);
CREATE INDEX layer_move_page ON layer_move (at DESC, id DESC);
