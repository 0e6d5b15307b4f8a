-- Rehearsals keep what is personal for a while only, and are found by their drawing.

CREATE INDEX rehearsal_drawing_idx ON rehearsal (drawing_hash, id DESC) WHERE state = 'DONE';
COMMENT ON COLUMN rehearsal.files IS 'CSV files of the recording; empty for the sample year, and emptied siyu.rehearsals.retention after the end';
COMMENT ON TABLE rehearsal_story IS 'What one customer lived through in a rehearsal, step by step; dropped siyu.rehearsals.retention after the end, or when siyu.rehearsals.keep newer ones have ended';
COMMENT ON COLUMN rehearsal_story.digest IS 'Over the moments and contents of what the customer got outside; differs when the customer fared otherwise';
