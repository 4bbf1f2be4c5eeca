-- Nexa, schema version 16: what is new in rooms.
-- host: the domain of the service, such as conference.school.example; local: the room's name, the part of its address before the @.

-- Owner: mod_muc_unread. When somebody who belongs to a room was there last (XEP-0437).
CREATE TABLE room_visits (
	host            TEXT NOT NULL,
	local           TEXT NOT NULL,
	jid             TEXT NOT NULL,                  -- bare JID
	seen_id         BIGINT NOT NULL,                -- an id as those of messages: what is younger was said since
	PRIMARY KEY (host, local, jid),
	FOREIGN KEY (host, local, jid) REFERENCES room_affiliations (host, local, jid) ON DELETE CASCADE
);
