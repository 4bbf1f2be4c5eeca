-- Nexa, schema version 12: what rooms keep besides rules and people.
-- host: the domain of the service, such as conference.school.example; local: the room's name, the part of its address before the @.

-- Owner: mod_muc. Who has asked to become a member and waits for an admin (XEP-0045 sections 7.10, 9.9).
CREATE TABLE room_registrations (
	host            TEXT NOT NULL,
	local           TEXT NOT NULL,
	jid             TEXT NOT NULL,                  -- bare JID
	nick            TEXT NOT NULL,                  -- what they want to be called
	form            TEXT NOT NULL,                  -- the form they filled in, as it is shown to admins
	asked_at        BIGINT NOT NULL,
	PRIMARY KEY (host, local, jid),
	FOREIGN KEY (host, local) REFERENCES rooms (host, local) ON DELETE CASCADE
);
CREATE INDEX room_registrations_by_jid ON room_registrations (jid);

-- Owner: mod_muc. Whom a moderator has given or taken voice, where that is not what everybody of that affiliation has (section 5.1).
CREATE TABLE room_voices (
	host            TEXT NOT NULL,
	local           TEXT NOT NULL,
	jid             TEXT NOT NULL,                  -- bare JID
	role            TEXT NOT NULL,                  -- visitor, participant
	PRIMARY KEY (host, local, jid),
	FOREIGN KEY (host, local) REFERENCES rooms (host, local) ON DELETE CASCADE
);
CREATE INDEX room_voices_by_jid ON room_voices (jid);

-- Owner: mod_muc. Messages that a moderator has to approve before anybody sees them (section 18.1 rule 1).
CREATE TABLE room_held_messages (
	host            TEXT NOT NULL,
	local           TEXT NOT NULL,
	id              BIGINT NOT NULL,                -- grows with time
	jid             TEXT NOT NULL,                  -- bare JID of who said it
	nick            TEXT NOT NULL,                  -- as whom
	stanza          TEXT NOT NULL,                  -- the whole <message/> as it will be shown
	PRIMARY KEY (host, local, id),
	FOREIGN KEY (host, local) REFERENCES rooms (host, local) ON DELETE CASCADE
);
CREATE INDEX room_held_messages_by_jid ON room_held_messages (jid);
