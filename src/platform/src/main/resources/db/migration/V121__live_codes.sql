ALTER TABLE channel
  ADD COLUMN team       text[],
  ADD COLUMN retired_at timestamptz;
COMMENT ON COLUMN channel.team IS 'User ids of the accounts that may stand behind its live code; null: all accounts';
COMMENT ON COLUMN channel.retired_at IS 'Its live code is deleted; late adds still count for it';

CREATE TABLE channel_welcome (
  channel text NOT NULL REFERENCES channel (code),
  begins  time NOT NULL,
  content text NOT NULL,
  PRIMARY KEY (channel, begins)
);
COMMENT ON TABLE channel_welcome IS 'Welcome content per time slice; without rows channel.welcome_content holds all day';
COMMENT ON COLUMN channel_welcome.begins IS 'In the shop''s zone; the slice lasts until the next one begins, past midnight too';

CREATE TABLE channel_event (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  channel text NOT NULL,
  at      timestamptz NOT NULL,
  what    text NOT NULL,
  who     text NOT NULL,
  note    text NOT NULL
);
COMMENT ON TABLE channel_event IS 'Every decision about a channel or its live code, append-only';
CREATE INDEX channel_event_channel ON channel_event (channel, at);

ALTER TABLE live_code
  ALTER COLUMN config_id DROP NOT NULL,
  ADD COLUMN status    text NOT NULL DEFAULT 'ACTIVE'
    CHECK (status IN ('CREATING', 'ACTIVE', 'UNKNOWN', 'FAILED', 'RETIRING', 'RETIRED')),
  ADD COLUMN qr_code   text,
  ADD COLUMN asked_at  timestamptz,
  ADD COLUMN note      text,
  ADD COLUMN pushed_at timestamptz,
  ADD COLUMN push_note text,
  ADD CONSTRAINT live_code_has_config CHECK (config_id IS NOT NULL OR status <> 'ACTIVE');
COMMENT ON COLUMN live_code.status IS 'CREATING: asked, no answer yet; UNKNOWN: the answer never came, a person resolves it, never asked again blindly; FAILED: WeCom said no; RETIRING: deletion is asked until it is done';
COMMENT ON COLUMN live_code.staff IS 'Who stands behind the code at WeCom: the last set it took';
COMMENT ON COLUMN live_code.qr_code IS 'Address of the picture; null for codes made before it was kept';
COMMENT ON COLUMN live_code.asked_at IS 'When its creation or deletion was last asked';
COMMENT ON COLUMN live_code.note IS 'What WeCom said when it is not ACTIVE';
COMMENT ON COLUMN live_code.pushed_at IS 'When WeCom took the last set';
COMMENT ON COLUMN live_code.push_note IS 'Why WeCom did not take the wanted set; null when it did';
COMMENT ON COLUMN live_code.daily_cap IS 'Adds per account and day by which first accounts are opened; later the account''s own capacity counts';
