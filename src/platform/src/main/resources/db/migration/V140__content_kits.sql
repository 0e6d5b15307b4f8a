-- Content becomes kits per product with versions, review and four eyes.

ALTER TABLE content
  DROP CONSTRAINT content_state_check,
  DROP CONSTRAINT content_text_check;
ALTER TABLE content
  ADD CONSTRAINT content_state_check CHECK (state IN ('DRAFT', 'IN_REVIEW', 'APPROVED', 'RETIRED')),
  ADD CONSTRAINT content_text_check CHECK (octet_length(text) <= 200000),
  ADD COLUMN kind text NOT NULL DEFAULT 'MESSAGE' CHECK (kind IN
    ('MESSAGE', 'WELCOME', 'PAGE', 'LINK', 'MOMENTS', 'COMMUNITY', 'ARTICLE', 'MEDIA')),
  ADD COLUMN product text,
  ADD COLUMN title text NOT NULL DEFAULT '' CHECK (length(title) <= 100),
  ADD COLUMN authors text[] NOT NULL DEFAULT '{}',
  ADD COLUMN revision integer NOT NULL DEFAULT 1,
  ADD COLUMN changed_at timestamptz,
  ADD COLUMN changed_by text NOT NULL DEFAULT 'siyu',
  ADD COLUMN published_at timestamptz;
COMMENT ON TABLE content IS 'Pieces of content by key and version; a touchpoint may use the APPROVED version of a key only';
COMMENT ON COLUMN content.text IS 'With declared placeholders such as {name}; limits per kind are settings, checked when it goes into review';
COMMENT ON COLUMN content.kind IS 'MESSAGE and WELCOME are sent by journeys; the others make up the kit (素材包) of a product';
COMMENT ON COLUMN content.product IS 'Kit it belongs to; fills {product} and {link}';
COMMENT ON COLUMN content.authors IS 'Everybody who wrote this version; none of them may approve it';
COMMENT ON COLUMN content.revision IS 'Grows with every change of the row; a decision names the revision it saw';
COMMENT ON COLUMN content.changed_at IS 'Null for texts that came with the product';
COMMENT ON COLUMN content.published_at IS 'When people published it outside (moments, community, article); null for what journeys send';
UPDATE content SET state = 'RETIRED' WHERE state = 'APPROVED' AND EXISTS
  (SELECT FROM content newer WHERE newer.key = content.key AND newer.state = 'APPROVED'
    AND newer.version > content.version);
CREATE UNIQUE INDEX content_one_open ON content (key) WHERE state IN ('DRAFT', 'IN_REVIEW');
CREATE UNIQUE INDEX content_one_approved ON content (key) WHERE state = 'APPROVED';
CREATE INDEX content_product_idx ON content (product) WHERE product IS NOT NULL;

UPDATE content SET kind = 'WELCOME' WHERE key LIKE 'welcome-%';

CREATE TABLE content_kit (
  product    text PRIMARY KEY CHECK (product ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL
);
COMMENT ON TABLE content_kit IS 'Kits (素材包): what a promoted product needs; complete when every part is approved';
COMMENT ON COLUMN content_kit.name IS 'Product name as customers read it; fills {product}';

CREATE TABLE content_decision (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key      text NOT NULL,
  version  integer NOT NULL,
  revision integer NOT NULL,
  action   text NOT NULL CHECK (action IN ('CREATED', 'EDITED', 'SUBMITTED', 'WITHDRAWN', 'APPROVED',
    'REJECTED', 'SUPERSEDED', 'RETIRED', 'PUBLISHED', 'REMINDED', 'MEASURED')),
  actor    text NOT NULL,
  at       timestamptz NOT NULL,
  reason   text,
  FOREIGN KEY (key, version) REFERENCES content (key, version)
);
COMMENT ON TABLE content_decision IS 'Who did what with a version, when and why; append-only';
COMMENT ON COLUMN content_decision.actor IS 'Person, or siyu for a step of the content pipeline';
CREATE INDEX content_decision_key_idx ON content_decision (key, id);

CREATE TABLE content_figures (
  key          text NOT NULL,
  version      integer NOT NULL,
  counted_from timestamptz NOT NULL,
  days         integer NOT NULL CHECK (days BETWEEN 1 AND 90),
  collected_at timestamptz NOT NULL,
  made         integer NOT NULL,
  waiting      integer NOT NULL,
  refused      integer NOT NULL,
  customers    integer NOT NULL,
  replied      integer NOT NULL,
  buyers       integer NOT NULL,
  orders       integer NOT NULL,
  net_cents    bigint NOT NULL,
  PRIMARY KEY (key, version),
  FOREIGN KEY (key, version) REFERENCES content (key, version)
);
COMMENT ON TABLE content_figures IS 'What a version achieved, counted when its round of the pipeline ends';
COMMENT ON COLUMN content_figures.days IS 'A reply or an order counts within so many days after a touch';
COMMENT ON COLUMN content_figures.waiting IS 'Touches a staff member has not confirmed yet';
COMMENT ON COLUMN content_figures.net_cents IS 'Of those orders, less refunds known when it was counted';

ALTER TABLE touchpoint ADD COLUMN content_version integer;
COMMENT ON COLUMN touchpoint.content_version IS 'Version of the content that was approved when the touch was claimed, and that was said; null without content';
