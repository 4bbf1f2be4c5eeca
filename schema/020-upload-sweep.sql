-- Nexa, schema version 20: what looks for uploads that are over reads those, and sums for quotas read an index only.

-- Owner: mod_upload. 1: a row of uploads that referred to it has gone; the next sweep looks whether there is another.
ALTER TABLE upload_contents ADD COLUMN is_doubtful BIGINT NOT NULL DEFAULT 0;
CREATE INDEX upload_contents_doubtful ON upload_contents (is_doubtful, sha256) WHERE is_doubtful = 1;

-- What has an account uploaded since, how much is that, and how much does it have?
DROP INDEX uploads_by_owner;
CREATE INDEX uploads_by_owner ON uploads (host, local, created_at, id, counted);
CREATE INDEX uploads_held ON uploads (host, local, purpose, counted) WHERE sha256 IS NOT NULL;
-- What is over?
DROP INDEX uploads_by_expiry;
CREATE INDEX uploads_by_expiry ON uploads (expires_at, id) WHERE expires_at IS NOT NULL AND sha256 IS NOT NULL;
DROP INDEX uploads_by_age;
CREATE INDEX uploads_by_age ON uploads (purpose, created_at, id) WHERE sha256 IS NOT NULL;
-- Who still has a file? Which rows without one are old?
DROP INDEX uploads_by_content;
CREATE INDEX uploads_by_content ON uploads (sha256, created_at);
