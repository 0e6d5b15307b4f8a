ALTER TABLE drawing_deployment ADD COLUMN live boolean NOT NULL DEFAULT true;
COMMENT ON COLUMN drawing_deployment.live IS 'False: a candidate of a launch; the engine took it, but customers start it only by the launch. The newest live row of a process is the one that runs';
