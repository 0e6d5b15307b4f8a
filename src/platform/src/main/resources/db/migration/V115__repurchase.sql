CREATE TABLE shop_cycle (
  week        date PRIMARY KEY,
  customers   integer NOT NULL,
  days        integer CHECK (days > 0),
  computed_at timestamptz NOT NULL
);
COMMENT ON TABLE shop_cycle IS 'Consumption cycle (消费周期) of a typical customer, computed once a week; kept, so that a plan can be explained later';
COMMENT ON COLUMN shop_cycle.week IS 'Monday of the week in the company''s zone';
COMMENT ON COLUMN shop_cycle.customers IS 'Customers who bought on two days or more until then';
COMMENT ON COLUMN shop_cycle.days IS 'Median over customers of their median gap in days; null with too few customers';

INSERT INTO content (key, version, text, state, approved_by) VALUES
  ('star-offer', 1, '{name}，按您的使用节奏，家里的应该快用完了。老客都在回购的{product}，需要我给您留一份吗？', 'APPROVED', 'siyu'),
  ('star-reminder-1', 1, '{name}，老客专享券 {coupon} 已放入您的账户，用在{product}上最划算。', 'APPROVED', 'siyu'),
  ('star-reminder-2', 1, '{name}，{product}的老客专享价即将结束，这个周期内不再提醒您。', 'APPROVED', 'siyu'),
  ('win-back-offer', 1, '{name}，好久不见！为您准备了一张回归券 {coupon}，全店可用。', 'APPROVED', 'siyu'),
  ('win-back-last', 1, '{name}，回归券 {coupon} 快到期了。这是最后一次打扰，之后需要时随时找我。', 'APPROVED', 'siyu');
