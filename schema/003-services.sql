-- Nexa, schema version 3: last activity, vCards, private XML.

-- Owner: mod_last. When an account was last connected (XEP-0012). No row: not since there is this table.
CREATE TABLE last_activity (
	host            TEXT NOT NULL,
	local           TEXT NOT NULL,
	left_at         BIGINT NOT NULL,                -- last unavailable presence or end of the last session, whichever was later
	status          TEXT,                           -- text of the last unavailable presence; NULL: none
	PRIMARY KEY (host, local),
	FOREIGN KEY (host, local) REFERENCES users (host, local) ON DELETE CASCADE
);

-- Owner: mod_vcard. The card of an account (XEP-0054).
CREATE TABLE vcards (
	host            TEXT NOT NULL,
	local           TEXT NOT NULL,
	changed_at      BIGINT NOT NULL,
	vcard           TEXT NOT NULL,                  -- the whole <vCard/>
	PRIMARY KEY (host, local),
	FOREIGN KEY (host, local) REFERENCES users (host, local) ON DELETE CASCADE
);

-- Owner: mod_private. What clients keep for themselves (XEP-0049), one row for each namespace.
CREATE TABLE private_xml (
	host            TEXT NOT NULL,
	local           TEXT NOT NULL,
	ns              TEXT NOT NULL,
	content         TEXT NOT NULL,                  -- a <query/> with the elements as they came
	PRIMARY KEY (host, local, ns),
	FOREIGN KEY (host, local) REFERENCES users (host, local) ON DELETE CASCADE
);
