-- Nexa, schema version 9: the user directory.

-- Owner: mod_search. What the directory shows of an account (XEP-0055): from its vCard. A row is made with the account, or else
-- soon after a start.
CREATE TABLE directory (
	host            TEXT NOT NULL,
	local           TEXT NOT NULL,
	version         BIGINT NOT NULL,                -- of the row and its words: whoever writes late sees that he is too late
	card_at         BIGINT NOT NULL,                -- vcards.changed_at of the card it was made from; 0: no card
	first           TEXT,                           -- NULL: the card has none
	last            TEXT,
	nick            TEXT,
	email           TEXT,
	PRIMARY KEY (host, local),
	FOREIGN KEY (host, local) REFERENCES users (host, local) ON DELETE CASCADE
);

-- Owner: mod_search. What an account is found by. None for whoever wants to be found by nobody. Compared byte by byte.
CREATE TABLE directory_words (
	host            TEXT NOT NULL,
	local           TEXT NOT NULL,
	field           TEXT NOT NULL,                  -- first, last, nick or email
	word            TEXT NOT NULL,                  -- without case and accents
	PRIMARY KEY (host, local, field, word),
	FOREIGN KEY (host, local) REFERENCES directory (host, local) ON DELETE CASCADE
);

-- The primary key serves the second word that is looked for, and this the first one.
CREATE INDEX directory_words_by_word ON directory_words (host, field, word, local);
