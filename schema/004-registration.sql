-- Nexa, schema version 4: registration.

-- Owner: mod_register. Invitations to register an account (XEP-0445). Who has the token may; the token itself is nowhere.
CREATE TABLE invites (
	id              BIGINT NOT NULL PRIMARY KEY,
	host            TEXT NOT NULL,                  -- where the account will be
	token_hash      TEXT NOT NULL UNIQUE,           -- SHA-256 in hexadecimal
	created_by      TEXT NOT NULL,
	created_at      BIGINT NOT NULL,
	expires_at      BIGINT NOT NULL,
	uses_left       INTEGER NOT NULL CHECK (uses_left >= 0)         -- 0: used up or revoked
);

-- Owner: mod_register. What each name looks like (Unicode TR 39), to find those that can be mistaken for it. A row is
-- made with the account, or else before the first registration after a start.
CREATE TABLE name_skeletons (
	host            TEXT NOT NULL,
	local           TEXT NOT NULL,
	skeleton        TEXT NOT NULL,
	PRIMARY KEY (host, local),
	FOREIGN KEY (host, local) REFERENCES users (host, local) ON DELETE CASCADE
);

CREATE INDEX name_skeletons_by_look ON name_skeletons (host, skeleton);
