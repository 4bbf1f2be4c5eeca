-- Nexa, schema version 21: archives that are going.

-- Owner: mod_mam. What has to be removed and is removed piece by piece, also after a restart: of that owner's archive everything older.
CREATE TABLE archive_removals (
	owner           TEXT NOT NULL PRIMARY KEY,      -- bare JID of a room or an account
	before_id       BIGINT NOT NULL                 -- messages with smaller ids go
);
