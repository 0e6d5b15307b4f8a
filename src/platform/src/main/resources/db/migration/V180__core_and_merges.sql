-- Who belongs to the core circle stays CORE in the funnel, and a membership goes along with a merge.

ALTER TABLE customer ADD COLUMN stage_beneath text;
COMMENT ON COLUMN customer.stage_beneath IS 'While stage is CORE: where the journeys have the customer meanwhile, e.g. DORMANT; the stage when the membership ends';

ALTER TABLE core_member ADD COLUMN origin_id text;
ALTER TABLE core_move ADD COLUMN origin_id text;
COMMENT ON COLUMN core_member.origin_id IS 'Customer it was brought in from by a merge; null: our own';
COMMENT ON COLUMN core_move.origin_id IS 'Customer it was brought in from by a merge; null: our own';

CREATE TABLE core_merge (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  gone      text NOT NULL,
  kept      text NOT NULL,
  aside     jsonb NOT NULL,
  merged_at timestamptz NOT NULL
);
COMMENT ON TABLE core_merge IS 'Memberships that a merge set aside because one person has one; given back when a person takes the two apart';
COMMENT ON COLUMN core_merge.aside IS 'The core_member row as it was';
CREATE INDEX core_merge_kept_idx ON core_merge (kept);
