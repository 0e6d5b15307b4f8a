ALTER TABLE product ADD COLUMN proposed boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN product.proposed IS 'Only a candidate of a selection: journeys do not name it yet';
