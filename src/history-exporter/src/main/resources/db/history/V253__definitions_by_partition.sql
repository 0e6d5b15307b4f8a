-- Whether every partition has a drawing; each one writes the definition into its own log.
CREATE INDEX record_definition_idx ON history.record (key)
  WHERE value_type = 'PROCESS' AND intent = 'CREATED';
