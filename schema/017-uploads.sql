-- Nexa, schema version 17: uploaded files.

-- Owner: mod_upload. A file below STATE/uploads, called by its hash: there once, however often it was uploaded. It goes when no row of
-- uploads refers to it.
CREATE TABLE upload_contents (
	sha256          TEXT NOT NULL PRIMARY KEY,      -- hexadecimal
	size            BIGINT NOT NULL,                -- bytes
	stored_at       BIGINT NOT NULL
);

-- Owner: mod_upload. Each file that somebody has uploaded (XEP-0363). When it is removed or has expired, the row stays for a day without a
-- hash: its slot is used up, and it counts for the quota of the day.
CREATE TABLE uploads (
	id              TEXT NOT NULL PRIMARY KEY,      -- random; who knows it may read the file
	host            TEXT NOT NULL,                  -- whose it is
	local           TEXT NOT NULL,
	name            TEXT NOT NULL,                  -- as it is shown and saved
	purpose         TEXT NOT NULL,                  -- message, profile, ephemeral, permanent (section 5)
	size            BIGINT NOT NULL,                -- bytes
	counted         BIGINT NOT NULL,                -- bytes for quotas: a small file counts as a block of the disk
	type            TEXT NOT NULL,                  -- content type, as found in its bytes
	created_at      BIGINT NOT NULL,
	expires_at      BIGINT,                         -- gone from then on; NULL: as its purpose has it
	sha256          TEXT,                           -- NULL: gone
	FOREIGN KEY (host, local) REFERENCES users (host, local) ON DELETE CASCADE,
	FOREIGN KEY (sha256) REFERENCES upload_contents (sha256)
);

-- What does an account have, and since when?
CREATE INDEX uploads_by_owner ON uploads (host, local, created_at, id);
-- What is over?
CREATE INDEX uploads_by_expiry ON uploads (expires_at);
CREATE INDEX uploads_by_age ON uploads (purpose, created_at);
-- Who still has a file?
CREATE INDEX uploads_by_content ON uploads (sha256);
