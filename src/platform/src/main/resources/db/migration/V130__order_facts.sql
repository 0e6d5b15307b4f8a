-- What attribution needs to know of an order, from every mall.

ALTER TABLE paid_order
  ADD COLUMN origin_id        text,
  ADD COLUMN shop             text,
  ADD COLUMN channel          text,
  ADD COLUMN scene            text,
  ADD COLUMN sharer           text,
  ADD COLUMN live_id          text,
  ADD COLUMN placed_at        timestamptz,
  ADD COLUMN confirmed_at     timestamptz,
  ADD COLUMN settled_at       timestamptz,
  ADD COLUMN commission_cents bigint CHECK (commission_cents >= 0),
  ADD COLUMN as_of            timestamptz;
COMMENT ON COLUMN paid_order.origin_id IS 'Customer id the order came under; differs from customer_id after a merge, so that the merge can be undone';
COMMENT ON COLUMN paid_order.shop IS 'Shop or branch within the mall (app id, kdt_id), as the mall names it';
COMMENT ON COLUMN paid_order.channel IS 'Who brought the buyer, in the mall''s words, e.g. finder:<id>, wecom:<user id>, wx_gzh';
COMMENT ON COLUMN paid_order.scene IS 'Order scene in the mall''s words or number';
COMMENT ON COLUMN paid_order.sharer IS 'Who shared the product (sharer''s id in the mall)';
COMMENT ON COLUMN paid_order.live_id IS 'Live show (直播) the order was placed in';
COMMENT ON COLUMN paid_order.confirmed_at IS 'Receipt confirmed by the customer or by time-out';
COMMENT ON COLUMN paid_order.settled_at IS 'The mall settled the order: nothing can be claimed any more';
COMMENT ON COLUMN paid_order.commission_cents IS 'Commission the mall deducted or will deduct';
COMMENT ON COLUMN paid_order.as_of IS 'The mall''s own time of what these columns say; an older report changes nothing';

CREATE TABLE order_line (
  source             text NOT NULL,
  order_id           text NOT NULL,
  line_no            integer NOT NULL,
  sku_id             text NOT NULL,
  product_id         text,
  title              text,
  quantity           integer NOT NULL CHECK (quantity > 0),
  paid_cents         bigint NOT NULL CHECK (paid_cents >= 0),
  after_sale_open    integer NOT NULL DEFAULT 0,
  after_sale_done    integer NOT NULL DEFAULT 0,
  PRIMARY KEY (source, order_id, line_no),
  FOREIGN KEY (source, order_id) REFERENCES paid_order (source, order_id)
);
COMMENT ON TABLE order_line IS 'What was bought, one row per SKU of an order; only where the mall tells it';
COMMENT ON COLUMN order_line.paid_cents IS 'Paid for the whole line (all pieces), after discounts';
COMMENT ON COLUMN order_line.after_sale_open IS 'Pieces in after-sale now';
COMMENT ON COLUMN order_line.after_sale_done IS 'Pieces whose after-sale ended with money back';
CREATE INDEX order_line_sku_idx ON order_line (sku_id);

ALTER TABLE refund
  ADD COLUMN origin_id text,
  ADD COLUMN kind      text,
  ADD COLUMN reason    text;
COMMENT ON COLUMN refund.origin_id IS 'Customer id the refund came under, as in paid_order';
COMMENT ON COLUMN refund.kind IS 'REFUND (money only) or RETURN (goods came back); null: not told';

CREATE TABLE refund_line (
  source       text NOT NULL,
  refund_id    text NOT NULL,
  line_no      integer NOT NULL,
  sku_id       text NOT NULL,
  quantity     integer NOT NULL CHECK (quantity >= 0),
  amount_cents bigint,
  PRIMARY KEY (source, refund_id, line_no),
  FOREIGN KEY (source, refund_id) REFERENCES refund (source, refund_id)
);
COMMENT ON TABLE refund_line IS 'What a refund is for; only where the mall tells it';
COMMENT ON COLUMN refund_line.quantity IS '0: the mall tells no number of pieces';
