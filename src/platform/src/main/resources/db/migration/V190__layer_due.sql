-- An order says that the layer is to be decided; deciding it is the next transaction's work.
CREATE TABLE layer_due (
  customer_id text PRIMARY KEY,
  cause       text NOT NULL CHECK (cause IN ('ORDER', 'REFUND', 'MERGE')),
  at          timestamptz NOT NULL
);
COMMENT ON TABLE layer_due IS 'Customers whose orders changed and whose layer is decided right behind; gone when that is done';
COMMENT ON COLUMN layer_due.cause IS 'The weightiest since the last decision: a refund before a merge before an order';
