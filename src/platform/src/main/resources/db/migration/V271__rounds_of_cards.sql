ALTER TABLE approval_card ADD COLUMN after_task bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN approval_card.after_task IS 'Newest task of the rounds before; the card asks about tasks with a greater key';

ALTER TABLE staff_card ADD COLUMN woken integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN staff_card.woken IS 'Counts what made the card want something; who lets it sleep must have seen the newest';
