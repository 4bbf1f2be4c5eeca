-- Nexa, schema version 8: health.

-- Owner: mod_health. One row, written now and then to see whether the database can be written.
CREATE TABLE health (
	probe           INTEGER NOT NULL PRIMARY KEY,   -- 1
	written_at      BIGINT NOT NULL
);
