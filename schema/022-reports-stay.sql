-- Nexa, schema version 22: a report outlives the account of who reported, without its name.

-- Owner: mod_blocking. What users report to administrators when they block somebody (XEP-0377).
CREATE TABLE reports_that_stay (
	id              BIGINT NOT NULL PRIMARY KEY,    -- grows with time
	host            TEXT,                           -- who reports; NULL: the account has been removed
	local           TEXT,
	jid             TEXT NOT NULL,                  -- who is reported, as it was blocked
	reason          TEXT NOT NULL,                  -- urn:xmpp:reporting:spam, urn:xmpp:reporting:abuse or another
	text            TEXT,                           -- what the user says to it
	stanza_ids      TEXT NOT NULL DEFAULT '',       -- messages it is about, one on each line: id, a blank, whose archive
	may_tell_origin INTEGER NOT NULL DEFAULT 0,     -- 1: may be forwarded to the domain of jid (section 5)
	may_tell_others INTEGER NOT NULL DEFAULT 0,     -- 1: may be forwarded to third parties
	created_at      BIGINT NOT NULL,
	done_at         BIGINT,                         -- NULL: nobody has looked after it yet
	done_by         TEXT,                           -- the administrator who has
	FOREIGN KEY (host, local) REFERENCES users (host, local) ON DELETE SET NULL
);
INSERT INTO reports_that_stay (id, host, local, jid, reason, text, stanza_ids, may_tell_origin, may_tell_others, created_at, done_at, done_by)
	SELECT id, host, local, jid, reason, text, stanza_ids, may_tell_origin, may_tell_others, created_at, done_at, done_by FROM reports;
DROP TABLE reports;
ALTER TABLE reports_that_stay RENAME TO reports;
CREATE INDEX reports_by_account ON reports (host, local);
