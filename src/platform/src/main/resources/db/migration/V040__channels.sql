CREATE TABLE channel (
  code            text PRIMARY KEY CHECK (length(code) BETWEEN 1 AND 30),
  name            text NOT NULL,
  hook            text NOT NULL CHECK (hook IN ('COUPON', 'KNOWLEDGE', 'GIFT', 'NONE')),
  welcome_content text NOT NULL
);
COMMENT ON TABLE channel IS 'Source channels (渠道) customers come through';
COMMENT ON COLUMN channel.code IS 'Also the state of its live code (WeCom: at most 30 characters)';
COMMENT ON COLUMN channel.hook IS 'What the customer is offered for adding us (钩子)';
COMMENT ON COLUMN channel.welcome_content IS 'Content key of the welcome text';

INSERT INTO channel (code, name, hook, welcome_content) VALUES
  ('parcel-card', '包裹卡', 'COUPON', 'welcome-parcel-card'),
  ('ai-call', 'AI电话', 'GIFT', 'welcome-ai-call'),
  ('ads', '投放', 'COUPON', 'welcome-ads'),
  ('sms', '短信', 'COUPON', 'welcome-sms'),
  ('store', '门店', 'KNOWLEDGE', 'welcome-store'),
  ('direct', '直接添加', 'NONE', 'welcome-direct');

CREATE TABLE live_code (
  state      text PRIMARY KEY REFERENCES channel (code),
  config_id  text NOT NULL UNIQUE,
  staff      text[] NOT NULL,
  daily_cap  integer NOT NULL CHECK (daily_cap > 0),
  created_at timestamptz NOT NULL
);
COMMENT ON TABLE live_code IS 'Live codes (渠道活码) we created at WeCom';
COMMENT ON COLUMN live_code.config_id IS 'Handle of the code; WeCom does not list it again, so it is kept here';
COMMENT ON COLUMN live_code.staff IS 'WeCom user ids the code spreads adds over';
COMMENT ON COLUMN live_code.daily_cap IS 'Adds per staff member and day before the code should rotate';
