CREATE TABLE paid_order (
  source         text NOT NULL,
  order_id       text NOT NULL,
  customer_id    text NOT NULL REFERENCES customer (id),
  amount_cents   bigint NOT NULL CHECK (amount_cents > 0),
  refunded_cents bigint NOT NULL DEFAULT 0 CHECK (refunded_cents BETWEEN 0 AND amount_cents),
  line_count     integer NOT NULL,
  country        text,
  coupon_code    text,
  paid_at        timestamptz NOT NULL,
  PRIMARY KEY (source, order_id)
);
COMMENT ON TABLE paid_order IS 'Orders that were paid, each once per mall';
COMMENT ON COLUMN paid_order.source IS 'The mall that reported it';
COMMENT ON COLUMN paid_order.refunded_cents IS 'Part of the refunds laid on this order; derived from table refund by RefundAllocation';
CREATE INDEX paid_order_customer_idx ON paid_order (customer_id, paid_at);
CREATE INDEX paid_order_at_idx ON paid_order (paid_at);

CREATE TABLE refund (
  source       text NOT NULL,
  refund_id    text NOT NULL,
  customer_id  text NOT NULL REFERENCES customer (id),
  order_id     text,
  amount_cents bigint NOT NULL CHECK (amount_cents > 0),
  refunded_at  timestamptz NOT NULL,
  PRIMARY KEY (source, refund_id)
);
COMMENT ON TABLE refund IS 'Money given back, each refund once per mall';
COMMENT ON COLUMN refund.order_id IS 'Null for a refund without original order (无原单退款)';
CREATE INDEX refund_customer_idx ON refund (customer_id, refunded_at);

CREATE TABLE order_conflict (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind     text NOT NULL CHECK (kind IN ('ORDER', 'REFUND')),
  source   text NOT NULL,
  ref      text NOT NULL,
  known    text NOT NULL,
  reported text NOT NULL,
  at       timestamptz NOT NULL,
  UNIQUE (kind, source, ref, reported)
);
COMMENT ON TABLE order_conflict IS 'A mall reported the same order or refund again with other content; refused, kept for a person';
