-- How coupons ended; what we issued is in the ledger of touches.

CREATE TABLE coupon_end (
  source      text NOT NULL,
  code        text NOT NULL,
  customer_id text NOT NULL,
  how         text NOT NULL CHECK (how IN ('USED', 'EXPIRED')),
  order_id    text,
  ended_at    timestamptz NOT NULL,
  PRIMARY KEY (source, code)
);
COMMENT ON TABLE coupon_end IS 'Coupons that a mall says were used or ran out';
COMMENT ON COLUMN coupon_end.customer_id IS 'Customer id it was learnt under; may have become an alias';
COMMENT ON COLUMN coupon_end.how IS 'USED stays, whatever comes later: an expiry that comes late does not undo a use';
CREATE INDEX coupon_end_code_idx ON coupon_end (code);
CREATE INDEX coupon_end_customer_idx ON coupon_end (customer_id);
