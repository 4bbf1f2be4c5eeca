-- Nexa, schema version 1: accounts, rosters, offline messages.
--
-- Written for SQLite and PostgreSQL alike: BIGINT and TEXT only; binary values are base64 text; ids are given by the program, never
-- by the database. Times are milliseconds since 1970 in UTC unless a comment says otherwise.
-- host: the domain an account lives in; local: the part of its address before the @. Both are stored prepared (RFC 7622), so
-- that they can be compared byte by byte.

-- Owner: core/accounts. One row for each account.
CREATE TABLE users (
	host            TEXT NOT NULL,
	local           TEXT NOT NULL,
	created_at      BIGINT NOT NULL,
	last_login_at   BIGINT,                         -- NULL: never
	disabled        INTEGER NOT NULL DEFAULT 0,     -- 1: may not log in; everything is kept
	disabled_reason TEXT,                           -- for administrators
	is_admin        INTEGER NOT NULL DEFAULT 0,     -- 1: may run administrators' commands on this host
	PRIMARY KEY (host, local)
);

-- Owner: core/accounts. What proves a password, one row for each SCRAM mechanism (RFC 5802 section 3, RFC 7677); the password
-- itself is nowhere.
CREATE TABLE user_keys (
	host            TEXT NOT NULL,
	local           TEXT NOT NULL,
	mechanism       TEXT NOT NULL,                  -- SCRAM-SHA-1 or SCRAM-SHA-256
	iterations      INTEGER NOT NULL,
	salt            TEXT NOT NULL,                  -- base64, as the other two
	stored_key      TEXT NOT NULL,
	server_key      TEXT NOT NULL,
	PRIMARY KEY (host, local, mechanism),
	FOREIGN KEY (host, local) REFERENCES users (host, local) ON DELETE CASCADE
);

-- Owner: mod_roster. One row for each contact of an account (RFC 6121 section 2.1). A removed contact has no row. Which rows are which:
--   in the roster      subscription is set
--   only a request     subscription NULL: somebody asked to subscribe who is not in the roster (section 3.1.3)
CREATE TABLE roster (
	host            TEXT NOT NULL,
	local           TEXT NOT NULL,
	contact         TEXT NOT NULL,                  -- bare JID
	name            TEXT,                           -- the user's name for the contact; NULL: none
	subscription    TEXT,                           -- none, to, from, both (section 2.1.2.5)
	ask             INTEGER NOT NULL DEFAULT 0,     -- 1: our request to subscribe waits for an answer (2.1.2.2)
	approved        INTEGER NOT NULL DEFAULT 0,     -- 1: approved in advance (3.4)
	groups          TEXT NOT NULL DEFAULT '',       -- names, one on each line (2.1.2.6)
	pending_in      TEXT,                           -- the contact's request that waits for our answer: the whole stanza
	version         BIGINT NOT NULL,                -- of the change that made the row what it is; 0 for a request
	PRIMARY KEY (host, local, contact),
	FOREIGN KEY (host, local) REFERENCES users (host, local) ON DELETE CASCADE
);

-- Who has a deleted account in the roster?
CREATE INDEX roster_by_contact ON roster (contact);

-- Owner: mod_roster. The newest version of each roster: the 'ver' of RFC 6121 section 2.6.
CREATE TABLE roster_versions (
	host            TEXT NOT NULL,
	local           TEXT NOT NULL,
	version         BIGINT NOT NULL,
	oldest          BIGINT NOT NULL DEFAULT 0,      -- of the last removal: who has an older one gets the whole roster
	PRIMARY KEY (host, local),
	FOREIGN KEY (host, local) REFERENCES users (host, local) ON DELETE CASCADE
);

-- Owner: mod_offline. Messages that wait for an account that is not connected (RFC 6121 section 8.5.2.2, XEP-0160).
CREATE TABLE offline (
	id              BIGINT NOT NULL PRIMARY KEY,    -- grows with time: the order of delivery
	host            TEXT NOT NULL,
	local           TEXT NOT NULL,
	stored_at       BIGINT NOT NULL,                -- becomes the XEP-0203 stamp
	stanza          TEXT NOT NULL,                  -- the whole <message/>
	FOREIGN KEY (host, local) REFERENCES users (host, local) ON DELETE CASCADE
);

CREATE INDEX offline_by_account ON offline (host, local, id);
