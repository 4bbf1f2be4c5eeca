-- Nexa, schema version 13: pictures of rooms.
-- host: the domain of the service, such as conference.school.example; local: the room's name, the part of its address before the @.

-- Owner: mod_muc_avatar. The card of a room, which has its picture (XEP-0486). No row: none.
CREATE TABLE room_vcards (
	host            TEXT NOT NULL,
	local           TEXT NOT NULL,
	hashes          TEXT NOT NULL,                  -- SHA-1 of each picture, in hexadecimal, one on each line
	vcard           TEXT NOT NULL,                  -- the whole <vCard/>
	PRIMARY KEY (host, local),
	FOREIGN KEY (host, local) REFERENCES rooms (host, local) ON DELETE CASCADE
);
