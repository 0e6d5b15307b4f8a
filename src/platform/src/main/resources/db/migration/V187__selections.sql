CREATE TABLE selection_round (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name            text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  state           text NOT NULL DEFAULT 'CHOOSING' CHECK (state IN ('CHOOSING', 'SUBMITTED', 'ASKED',
    'APPROVED', 'IN_EFFECT', 'REVIEWING', 'REVIEWED', 'NOT_CHOSEN', 'REJECTED', 'EXPIRED',
    'NOT_APPLIED', 'WITHDRAWN')),
  revision        integer NOT NULL DEFAULT 1,
  effective_on    date NOT NULL,
  review_weeks    integer NOT NULL CHECK (review_weeks BETWEEN 1 AND 26),
  opened_by       text NOT NULL,
  opened_at       timestamptz NOT NULL,
  approval        text,
  decision        text,
  deciders        text[] NOT NULL DEFAULT '{}',
  decision_reason text NOT NULL DEFAULT '',
  decided_at      timestamptz,
  signed_hash     text,
  applied_at      timestamptz,
  counted_at      timestamptz
);
COMMENT ON TABLE selection_round IS 'Selections of products (选品), one row per season or round';
COMMENT ON COLUMN selection_round.revision IS 'Grows with every change; an act names the revision it saw';
COMMENT ON COLUMN selection_round.effective_on IS 'Day of the shop from which journeys name the selected products';
COMMENT ON COLUMN selection_round.signed_hash IS 'SHA-256 of what was signed; only that takes effect, however long after';
COMMENT ON COLUMN selection_round.review_weeks IS 'The figures are looked at so many weeks after it took effect';
CREATE UNIQUE INDEX selection_one_chosen ON selection_round ((true)) WHERE state IN ('CHOOSING', 'SUBMITTED', 'ASKED');

CREATE TABLE selection_candidate (
  round              bigint NOT NULL REFERENCES selection_round (id),
  sku                text NOT NULL REFERENCES product (sku),
  kind               text NOT NULL CHECK (kind IN ('TRAFFIC', 'STAR', 'PERSONAL', 'NOBLE')),
  rank               integer NOT NULL CHECK (rank BETWEEN 1 AND 99),
  star_sku           text REFERENCES product (sku),
  public_price_cents bigint CHECK (public_price_cents > 0),
  added_by           text NOT NULL,
  added_at           timestamptz NOT NULL,
  price_cents        bigint,
  margin_cents       bigint,
  first_orders       integer,
  buyers             integer,
  units              bigint,
  to_star_bp         integer,
  net_cents          bigint,
  earned_cents       bigint,
  verdict            text CHECK (verdict IN ('KEEP', 'REPLACE')),
  PRIMARY KEY (round, sku),
  UNIQUE (round, kind, rank),
  CHECK (kind = 'TRAFFIC' OR star_sku IS NULL)
);
COMMENT ON TABLE selection_candidate IS 'Products of a round with their wanted rank and, later, what they achieved';
COMMENT ON COLUMN selection_candidate.public_price_cents IS 'Price on public channels; null: it is sold in the private domain only';
COMMENT ON COLUMN selection_candidate.price_cents IS 'As it was when it took effect; null before';
COMMENT ON COLUMN selection_candidate.first_orders IS 'Customers whose first order holds it, since it took effect';
COMMENT ON COLUMN selection_candidate.earned_cents IS 'Units sold times margin';

CREATE TABLE selection_act (
  id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  round  bigint NOT NULL REFERENCES selection_round (id),
  action text NOT NULL,
  actor  text NOT NULL,
  at     timestamptz NOT NULL,
  note   text NOT NULL DEFAULT ''
);
COMMENT ON TABLE selection_act IS 'Who did what with a round, and when; append-only';
CREATE INDEX selection_act_round_idx ON selection_act (round, id);
