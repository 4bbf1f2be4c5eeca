-- Nexa, schema version 10: rooms.
-- host: the domain of the service, such as conference.school.example; local: the room's name, the part of its address before the @.

-- Owner: mod_muc. One row for each room that stays when everybody leaves (XEP-0045, "persistent").
CREATE TABLE rooms (
	host            TEXT NOT NULL,
	local           TEXT NOT NULL,
	created_at      BIGINT NOT NULL,
	subject         TEXT,                           -- NULL: never set
	subject_by      TEXT,                           -- nickname of who set it
	subject_at      BIGINT,
	PRIMARY KEY (host, local)
);

-- Owner: mod_muc. What its owners have decided: fields of the configuration form that differ from those of a new room.
CREATE TABLE room_settings (
	host            TEXT NOT NULL,
	local           TEXT NOT NULL,
	field           TEXT NOT NULL,                  -- as in the form: muc#roomconfig_roomname
	value           TEXT NOT NULL,                  -- several values: one on each line
	PRIMARY KEY (host, local, field),
	FOREIGN KEY (host, local) REFERENCES rooms (host, local) ON DELETE CASCADE
);

-- Owner: mod_muc. Who has a lasting relation to a room (section 5.2). No row: none.
CREATE TABLE room_affiliations (
	host            TEXT NOT NULL,
	local           TEXT NOT NULL,
	jid             TEXT NOT NULL,                  -- bare JID; for an outcast also a whole domain
	affiliation     TEXT NOT NULL,                  -- outcast, member, admin, owner
	nick            TEXT,                           -- reserved in this room; NULL: none
	reason          TEXT,                           -- what was said when it was given
	PRIMARY KEY (host, local, jid),
	FOREIGN KEY (host, local) REFERENCES rooms (host, local) ON DELETE CASCADE
);

-- Which rooms knows a deleted account?
CREATE INDEX room_affiliations_by_jid ON room_affiliations (jid);
