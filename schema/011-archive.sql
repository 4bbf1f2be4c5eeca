-- Nexa, schema version 11: messages and archives.
-- id: milliseconds since 1970 times 2^20 and something that cannot be guessed; it grows with time, and is the order of archives.

-- Owner: mod_mam. Every message that somebody's archive has, once.
CREATE TABLE messages (
	id              BIGINT NOT NULL PRIMARY KEY,
	sender          TEXT NOT NULL,                  -- full JID; in a room the real one
	stanza          TEXT NOT NULL                   -- the whole <message/> as it is shown
);

-- Owner: mod_mam. Which message is in whose archive (XEP-0313).
CREATE TABLE archive (
	owner           TEXT NOT NULL,                  -- bare JID of a room or an account
	id              BIGINT NOT NULL,
	peer            TEXT NOT NULL,                  -- bare JID of the other side; in a room of who said it
	resource        TEXT NOT NULL,                  -- of that JID; '': none
	PRIMARY KEY (owner, id),
	FOREIGN KEY (id) REFERENCES messages (id) ON DELETE CASCADE
);

-- What was said with somebody.
CREATE INDEX archive_by_peer ON archive (owner, peer, id);
-- Who still has a message?
CREATE INDEX archive_by_message ON archive (id);
