CREATE TABLE rate_bucket (
  id         text PRIMARY KEY,
  state      bytea,
  expires_at bigint
);
COMMENT ON TABLE rate_bucket IS 'Rate limits that survive a restart; read and written by Bucket4j';
COMMENT ON COLUMN rate_bucket.state IS 'Bucket4j''s own binary form';
COMMENT ON COLUMN rate_bucket.expires_at IS 'Epoch milliseconds; unused rows may go then';
