-- Nexa, schema version 6: groups of the organisation.

-- Owner: mod_groups. Groups of the organisation: a class, a team.
CREATE TABLE groups (
	id              BIGINT NOT NULL PRIMARY KEY,
	host            TEXT NOT NULL,                  -- all members are accounts of this domain
	name            TEXT NOT NULL,                  -- as people read it
	created_at      BIGINT NOT NULL,
	UNIQUE (host, name)
);

-- Owner: mod_groups. Who is in which group.
CREATE TABLE group_members (
	group_id        BIGINT NOT NULL,
	host            TEXT NOT NULL,
	local           TEXT NOT NULL,
	PRIMARY KEY (group_id, host, local),
	FOREIGN KEY (group_id) REFERENCES groups (id) ON DELETE CASCADE,
	FOREIGN KEY (host, local) REFERENCES users (host, local) ON DELETE CASCADE
);

CREATE INDEX group_members_by_account ON group_members (host, local);

-- Owner: mod_groups, for statements of other modules. Who is in a group with whom, once for each group; also with oneself.
CREATE VIEW group_fellows AS
	SELECT m.host AS host, m.local AS local, f.local AS fellow
	FROM group_members m JOIN group_members f ON f.group_id = m.group_id;
