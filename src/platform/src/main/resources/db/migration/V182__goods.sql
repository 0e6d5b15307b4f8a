-- What the malls sell, beside the product matrix.

CREATE TABLE good (
  source      text NOT NULL,
  product_id  text NOT NULL,
  sku_id      text NOT NULL,
  code        text,
  title       text NOT NULL,
  price_cents bigint NOT NULL CHECK (price_cents >= 0),
  stock       bigint NOT NULL CHECK (stock >= 0),
  on_sale     boolean NOT NULL,
  look        bigint NOT NULL,
  seen_at     timestamptz NOT NULL,
  PRIMARY KEY (source, product_id, sku_id)
);
COMMENT ON TABLE good IS 'Variants of products as each mall listed them last';
COMMENT ON COLUMN good.code IS 'The merchant''s own number; equal to product.sku it is that product of the matrix';
COMMENT ON COLUMN good.look IS 'Number of the look that saw it; what a whole look did not see is off sale';
CREATE INDEX good_code_idx ON good (code);

CREATE TABLE good_look (
  source    text PRIMARY KEY,
  next_at   timestamptz,
  looks     bigint NOT NULL DEFAULT 0,
  looked_at timestamptz,
  listed    integer NOT NULL DEFAULT 0,
  problem   text
);
COMMENT ON TABLE good_look IS 'When each mall''s goods are read next, and how the last reading went';
COMMENT ON COLUMN good_look.looked_at IS 'Begin of the last reading that came to its end';

CREATE TABLE good_warning (
  sku       text PRIMARY KEY,
  since     timestamptz NOT NULL
);
COMMENT ON TABLE good_warning IS 'Traffic products of the matrix that no mall has in stock; told once, gone when stock is back';
