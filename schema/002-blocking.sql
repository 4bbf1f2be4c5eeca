-- Nexa, schema version 2: blocking and reports.

-- Owner: mod_blocking. Whom an account wants nothing to do with (XEP-0191).
CREATE TABLE blocklist (
	host            TEXT NOT NULL,
	local           TEXT NOT NULL,
	jid             TEXT NOT NULL,                  -- user@domain/resource, user@domain, domain/resource or domain
	PRIMARY KEY (host, local, jid),
	FOREIGN KEY (host, local) REFERENCES users (host, local) ON DELETE CASCADE
);

-- Owner: mod_blocking. What users report to administrators when they block somebody (XEP-0377). Goes with the account of who reported.
CREATE TABLE reports (
	id              BIGINT NOT NULL PRIMARY KEY,    -- grows with time
	host            TEXT NOT NULL,                  -- who reports
	local           TEXT NOT NULL,
	jid             TEXT NOT NULL,                  -- who is reported, as it was blocked
	reason          TEXT NOT NULL,                  -- urn:xmpp:reporting:spam, urn:xmpp:reporting:abuse or another
	text            TEXT,                           -- what the user says to it
	stanza_ids      TEXT NOT NULL DEFAULT '',       -- messages it is about, one on each line: id, a blank, whose archive
	may_tell_origin INTEGER NOT NULL DEFAULT 0,     -- 1: may be forwarded to the domain of jid (section 5)
	may_tell_others INTEGER NOT NULL DEFAULT 0,     -- 1: may be forwarded to third parties
	created_at      BIGINT NOT NULL,
	done_at         BIGINT,                         -- NULL: nobody has looked after it yet
	done_by         TEXT,                           -- the administrator who has
	FOREIGN KEY (host, local) REFERENCES users (host, local) ON DELETE CASCADE
);

CREATE INDEX reports_by_account ON reports (host, local);
