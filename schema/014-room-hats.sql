-- Nexa, schema version 14: hats of rooms.
-- host: the domain of the service, such as conference.school.example; local: the room's name, the part of its address before the @.

-- Owner: mod_muc_hats. What a hat of a room looks like (XEP-0317).
CREATE TABLE room_hats (
	host            TEXT NOT NULL,
	local           TEXT NOT NULL,
	uri             TEXT NOT NULL,
	title           TEXT NOT NULL,
	hue             TEXT,                           -- of its colour, in degrees; NULL: clients choose
	PRIMARY KEY (host, local, uri),
	FOREIGN KEY (host, local) REFERENCES rooms (host, local) ON DELETE CASCADE
);

-- Owner: mod_muc_hats. Who wears which.
CREATE TABLE room_hat_wearers (
	host            TEXT NOT NULL,
	local           TEXT NOT NULL,
	uri             TEXT NOT NULL,
	jid             TEXT NOT NULL,                  -- bare JID
	PRIMARY KEY (host, local, uri, jid),
	FOREIGN KEY (host, local, uri) REFERENCES room_hats (host, local, uri) ON DELETE CASCADE
);
