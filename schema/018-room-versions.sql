-- Nexa, schema version 18: when affiliations of rooms changed.
-- host: the domain of the service, such as conference.school.example; local: the room's name, the part of its address before the @.

-- Owner: mod_muc_versions. The last change of each affiliation (XEP-0463), also of who has none any more. Ids as those of messages.
CREATE TABLE room_versions (
	host            TEXT NOT NULL,
	local           TEXT NOT NULL,
	jid             TEXT NOT NULL,                  -- as in room_affiliations; '': nothing is known of what was before version
	version         BIGINT NOT NULL,
	crossed         BIGINT NOT NULL,                -- when it last began or ceased to be member, admin or owner; 0: not known
	PRIMARY KEY (host, local, jid),
	FOREIGN KEY (host, local) REFERENCES rooms (host, local) ON DELETE CASCADE
);
