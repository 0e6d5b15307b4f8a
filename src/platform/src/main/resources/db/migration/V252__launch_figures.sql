ALTER TABLE launch ADD COLUMN figures json;
COMMENT ON COLUMN launch.figures IS 'What its guard had seen when it ended; while it is open they are reckoned from the entries';
