CREATE TABLE core_member (
  customer_id   text PRIMARY KEY REFERENCES customer (id),
  state         text NOT NULL CHECK (state IN ('INVITED', 'MEMBER', 'OUT')),
  why           text NOT NULL,
  invitation    integer NOT NULL CHECK (invitation > 0),
  staff_user_id text NOT NULL,
  operator      text,
  invited_at    timestamptz NOT NULL,
  joined_at     timestamptz,
  left_at       timestamptz,
  warned_at     timestamptz,
  invite_after  timestamptz,
  review_key    bigint,
  verdict       text CHECK (verdict IN ('KEEP', 'WARN', 'DEMOTE')),
  changed_at    timestamptz NOT NULL
);
COMMENT ON TABLE core_member IS 'The core circle (核心圈): who is invited, who belongs to it, who left';
COMMENT ON COLUMN core_member.why IS 'QUALIFIED, ACCEPTED, SILENT, REFUNDED, DEMOTED, LEFT or REMOVED: why the state is what it is';
COMMENT ON COLUMN core_member.invitation IS 'Counts this customer''s invitations; part of the keys of their touches';
COMMENT ON COLUMN core_member.staff_user_id IS 'Whose staff group (导购的客户群) the place belongs to';
COMMENT ON COLUMN core_member.operator IS 'Who cares for the customer (运营)';
COMMENT ON COLUMN core_member.warned_at IS 'When a review found the member below the line; the next one decides';
COMMENT ON COLUMN core_member.invite_after IS 'Earliest moment of another invitation';
COMMENT ON COLUMN core_member.review_key IS 'The engine''s key of the step that reviewed last, so that a repeated job gets the same verdict';
CREATE INDEX core_member_state ON core_member (state, staff_user_id);

CREATE TABLE core_move (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_id text NOT NULL REFERENCES customer (id),
  from_state  text,
  to_state    text NOT NULL,
  why         text NOT NULL,
  note        text NOT NULL DEFAULT '',
  operator    text,
  actor       text NOT NULL,
  at          timestamptz NOT NULL
);
COMMENT ON TABLE core_move IS 'Every change of membership in the core circle, also warnings, append-only';
COMMENT ON COLUMN core_move.note IS 'The facts behind it in words, Chinese';
COMMENT ON COLUMN core_move.actor IS 'siyu, or the person who did it';
CREATE INDEX core_move_customer ON core_move (customer_id, at DESC);
CREATE INDEX core_move_page ON core_move (at DESC, id DESC);

CREATE TABLE core_round (
  id      integer PRIMARY KEY CHECK (id = 1),
  next_at timestamptz
);
COMMENT ON TABLE core_round IS 'When free places of the core circle are given out next; null while nobody qualifies';
INSERT INTO core_round (id) VALUES (1);

INSERT INTO content (key, version, text, state, approved_by) VALUES
  ('core-invitation', 1, '{name}，您是我们最常来的老朋友之一，想邀请您加入核心会员小圈：新品优先、专属顾问、会员价。回复“愿意”即可加入。', 'APPROVED', 'siyu'),
  ('core-invitation-reminder', 1, '{name}，核心会员小圈的名额还为您留着，回复“愿意”即可；不方便也没关系，之后不再提醒。', 'APPROVED', 'siyu'),
  ('core-rights', 1, '{name}，欢迎加入核心圈！您的权益：新品优先试用、专属顾问、会员价、生日礼。也请您：每季给我们一次真实反馈，不外传内部价。', 'APPROVED', 'siyu'),
  ('core-warning', 1, '{name}，核心会员每季回顾一次，最近见您来得少了。本季度内再来逛逛，权益就会继续保留。', 'APPROVED', 'siyu'),
  ('core-farewell', 1, '{name}，感谢您这段时间的支持。核心会员权益到今天为止，普通会员的优惠照旧，随时欢迎您回来。', 'APPROVED', 'siyu');
