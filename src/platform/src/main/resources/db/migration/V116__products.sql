CREATE TABLE product (
  sku          text PRIMARY KEY,
  name         text NOT NULL,
  kind         text NOT NULL CHECK (kind IN ('TRAFFIC', 'STAR', 'PERSONAL', 'NOBLE')),
  rank         integer NOT NULL CHECK (rank > 0),
  price_cents  bigint NOT NULL CHECK (price_cents > 0),
  margin_cents bigint NOT NULL CHECK (margin_cents <= price_cents),
  star_sku     text REFERENCES product (sku),
  stock_units  bigint CHECK (stock_units >= 0),
  buyers_bp    integer CHECK (buyers_bp BETWEEN 0 AND 10000),
  to_star_bp   integer CHECK (to_star_bp BETWEEN 0 AND 10000),
  again_bp     integer CHECK (again_bp BETWEEN 0 AND 10000),
  months_sold  integer CHECK (months_sold BETWEEN 0 AND 1200),
  changed_at   timestamptz NOT NULL,
  changed_by   text NOT NULL,
  CHECK (kind = 'TRAFFIC' OR star_sku IS NULL)
);
COMMENT ON TABLE product IS 'The product matrix (产品矩阵): 引流 TRAFFIC, 明星 STAR, 个性化 PERSONAL, 贵族 NOBLE';
COMMENT ON COLUMN product.rank IS 'Within a kind: the lowest rank is the one that journeys name';
COMMENT ON COLUMN product.margin_cents IS 'Of the price; negative when sold below cost';
COMMENT ON COLUMN product.star_sku IS 'TRAFFIC only: the star product it leads to';
COMMENT ON COLUMN product.stock_units IS 'Granted by the owning department; null: never asked';
COMMENT ON COLUMN product.buyers_bp IS 'Share of all customers who bought it, in basis points (1/100 %)';
COMMENT ON COLUMN product.to_star_bp IS 'Share of its buyers who bought the star product then or later, in basis points';
COMMENT ON COLUMN product.again_bp IS 'Share of its buyers who bought it again on another day, in basis points';
COMMENT ON COLUMN product.months_sold IS 'Calendar months with a sale';

CREATE TABLE product_request (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sku         text NOT NULL REFERENCES product (sku),
  department  text NOT NULL,
  price_cents bigint NOT NULL CHECK (price_cents > 0),
  stock_units bigint NOT NULL CHECK (stock_units > 0),
  note        text NOT NULL,
  state       text NOT NULL DEFAULT 'ASKED' CHECK (state IN ('ASKED', 'GRANTED', 'REFUSED')),
  asked_by    text NOT NULL,
  asked_at    timestamptz NOT NULL,
  decided_by  text,
  decided_at  timestamptz,
  reason      text,
  CHECK ((state = 'ASKED') = (decided_by IS NULL)),
  CHECK (decided_by <> asked_by)
);
COMMENT ON TABLE product_request IS 'Asks the department that holds price and stock of a product; a grant changes the product';
COMMENT ON COLUMN product_request.reason IS 'Why it was granted or refused';
CREATE UNIQUE INDEX product_request_open ON product_request (sku) WHERE state = 'ASKED';
CREATE INDEX product_request_sku ON product_request (sku, id DESC);

INSERT INTO content (key, version, text, state, approved_by) VALUES
  ('traffic-offer', 2, '{name}，为您选了一件口碑最好的入门好物：{product}，今天用券 {coupon} 最划算。', 'APPROVED', 'siyu'),
  ('offer-reminder-1', 2, '{name}，上次给您留的{product}还在，券 {coupon} 仍可使用。', 'APPROVED', 'siyu');
