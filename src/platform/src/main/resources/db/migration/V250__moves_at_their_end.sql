-- A customer whose move ended between two steps stayed locked out: nobody will start these runs.
UPDATE chosen_run c SET state = 'DROPPED'
WHERE c.state = 'RESERVED' AND c.key LIKE 'move:%' AND NOT EXISTS (
  SELECT FROM moved_run m WHERE m.state IN ('TODO', 'CANCELLING', 'STARTING', 'SCOPES')
    AND c.key IN ('move:' || m.run_id || ':' || m.instance_key,
      'move:' || m.run_id || ':' || m.instance_key || ':back'));

UPDATE moved_run SET plan = (plan::jsonb || jsonb_build_object('way',
  CASE WHEN plan ->> 'zh' IS NULL THEN 'MOVED' WHEN plan ->> 'zh' LIKE '引擎%' THEN 'BACK'
    ELSE 'STAYS' END))::json
WHERE plan IS NOT NULL;

ALTER TABLE move_run ADD COLUMN progress json;
COMMENT ON COLUMN move_run.progress IS 'Counts of its runs, kept when it is done';
UPDATE move_run r SET progress = (
  SELECT json_build_object('todo', 0, 'underway', 0,
    'moved', count(*) FILTER (WHERE m.state = 'MOVED'),
    'ended', count(*) FILTER (WHERE m.state = 'ENDED'),
    'over', count(*) FILTER (WHERE m.state = 'OVER'),
    'left', count(*) FILTER (WHERE m.state = 'LEFT'))
  FROM moved_run m WHERE m.run_id = r.id)
WHERE r.state = 'DONE';
