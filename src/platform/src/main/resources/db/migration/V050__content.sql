CREATE TABLE content (
  key         text NOT NULL,
  version     integer NOT NULL CHECK (version > 0),
  text        text NOT NULL CHECK (octet_length(text) BETWEEN 1 AND 4000),
  state       text NOT NULL CHECK (state IN ('DRAFT', 'APPROVED', 'RETIRED')),
  approved_by text,
  PRIMARY KEY (key, version)
);
COMMENT ON TABLE content IS 'What touchpoints may say; only the newest APPROVED version of a key is used';
COMMENT ON COLUMN content.text IS 'Placeholders {name} and {coupon}, which may be empty; a welcome knows neither; at most 4000 bytes (WeCom)';

INSERT INTO content (key, version, text, state, approved_by) VALUES
  ('welcome-parcel-card', 1, '{name}您好，我是您的专属顾问。感谢您扫包裹卡，回复“1”即可领取复购礼券。', 'APPROVED', 'siyu'),
  ('welcome-ai-call', 1, '{name}您好，刚才电话里答应您的小礼物已备好，回复“1”我马上为您安排。', 'APPROVED', 'siyu'),
  ('welcome-ads', 1, '{name}您好，欢迎关注！新朋友专享券已为您准备好，回复“1”即可领取。', 'APPROVED', 'siyu'),
  ('welcome-sms', 1, '{name}您好，收到您的添加啦。短信里的专享券回复“1”即可领取。', 'APPROVED', 'siyu'),
  ('welcome-store', 1, '{name}您好，很高兴在门店遇见您。回复“1”，我把选购与保养小知识发给您。', 'APPROVED', 'siyu'),
  ('welcome-direct', 1, '{name}您好，我是您的专属顾问，有任何需要请告诉我。', 'APPROVED', 'siyu'),
  ('hook-coupon', 1, '{name}，您的礼券 {coupon} 已放入商城账户，七天内有效。', 'APPROVED', 'siyu'),
  ('hook-knowledge', 1, '{name}，这是为您整理的选购与保养小知识，看完有问题直接问我。', 'APPROVED', 'siyu'),
  ('hook-gift', 1, '{name}，您的小礼物已登记，下单任意商品即随单寄出。', 'APPROVED', 'siyu'),
  ('intake-reminder-1', 1, '{name}，您的新人礼还没领取，回复“1”就能拿到。', 'APPROVED', 'siyu'),
  ('intake-reminder-2', 1, '{name}，新人礼明天就到期了，需要我帮您留着吗？', 'APPROVED', 'siyu'),
  ('traffic-offer', 1, '{name}，为您选了一件口碑最好的入门好物，今天用券 {coupon} 最划算。', 'APPROVED', 'siyu'),
  ('offer-reminder-1', 1, '{name}，上次给您留的好物还在，券 {coupon} 仍可使用。', 'APPROVED', 'siyu'),
  ('offer-reminder-2', 1, '{name}，优惠即将结束，最后提醒您一次，之后不再打扰。', 'APPROVED', 'siyu'),
  ('re-offer', 1, '{name}，上次的商品没能让您满意，很抱歉。这次为您换一件，并附上券 {coupon}。', 'APPROVED', 'siyu'),
  ('first-order-thanks', 1, '{name}，感谢您的第一单！收到货有任何问题请直接找我。', 'APPROVED', 'siyu'),
  ('repurchase-offer', 1, '{name}，您上次买的应该快用完了，老客专享券 {coupon} 已备好。', 'APPROVED', 'siyu');
