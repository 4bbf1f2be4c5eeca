-- Nexa, schema version 15: invitation links to rooms.
-- host: the domain of the service, such as conference.school.example; local: the room's name, the part of its address before the @.

-- Owner: mod_muc_tokens. Invitations that let in whoever has them (XEP-0488).
CREATE TABLE room_tokens (
	host            TEXT NOT NULL,
	local           TEXT NOT NULL,
	token           TEXT NOT NULL,
	creator         TEXT NOT NULL,                  -- bare JID
	expires_at      BIGINT NOT NULL,                -- milliseconds since 1970
	uses_left       BIGINT,                         -- NULL: as many as come
	PRIMARY KEY (host, local, token),
	FOREIGN KEY (host, local) REFERENCES rooms (host, local) ON DELETE CASCADE
);
