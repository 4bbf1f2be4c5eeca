/* The rows of rooms (schema/010-rooms.sql, 012-room-requests.sql). Only rooms that stay have some: a temporary one is gone when the server is. */
#include "mod_muc/muc.h"

#include <string.h>

#include "base/map.h"

/* The address of an account that exists. */
#define ACCOUNT "(SELECT local || '@' || host FROM users WHERE host = $1 AND local = $2)"

const struct nx_statement muc_statements[] = {
	[MUC_LOAD_ROOM] = { "muc.load_room", "SELECT created_at, subject, subject_by, subject_at FROM rooms WHERE host = $1 AND local = $2" },
	[MUC_LOAD_CONFIG] = { "muc.load_config", "SELECT field, value FROM room_settings WHERE host = $1 AND local = $2" },
	[MUC_LOAD_MEMBERS] = { "muc.load_members",
		"SELECT jid, affiliation, nick, reason FROM room_affiliations WHERE host = $1 AND local = $2" },
	[MUC_SET_ROOM] = { "muc.set_room",
		"INSERT INTO rooms (host, local, created_at, subject, subject_by, subject_at) VALUES ($1, $2, $3, $4, $5, $6)" },
	[MUC_SET_SUBJECT] = { "muc.set_subject",
		"UPDATE rooms SET subject = $3, subject_by = $4, subject_at = $5 WHERE host = $1 AND local = $2" },
	[MUC_SET_FIELD] = { "muc.set_field", "INSERT INTO room_settings (host, local, field, value) VALUES ($1, $2, $3, $4)" },
	[MUC_CLEAR_FIELDS] = { "muc.clear_fields", "DELETE FROM room_settings WHERE host = $1 AND local = $2" },
	[MUC_SET_MEMBER] = { "muc.set_member",
		"INSERT INTO room_affiliations (host, local, jid, affiliation, nick, reason) VALUES ($1, $2, $3, $4, $5, $6)"
		" ON CONFLICT (host, local, jid) DO UPDATE SET affiliation = excluded.affiliation, nick = excluded.nick,"
		" reason = excluded.reason" },
	[MUC_REMOVE_MEMBER] = { "muc.remove_member", "DELETE FROM room_affiliations WHERE host = $1 AND local = $2 AND jid = $3" },
	[MUC_REMOVE_ROOM] = { "muc.remove_room", "DELETE FROM rooms WHERE host = $1 AND local = $2" },
	/* From a name on, so that a page costs what it shows. */
	[MUC_LIST_PUBLIC] = { "muc.list_public",
		"SELECT r.local, n.value FROM rooms r"
		" LEFT JOIN room_settings n ON n.host = r.host AND n.local = r.local AND n.field = 'muc#roomconfig_roomname'"
		" LEFT JOIN room_settings p ON p.host = r.host AND p.local = r.local AND p.field = 'muc#roomconfig_publicroom'"
		" WHERE r.host = $1 AND r.local > $2 AND p.value IS NULL ORDER BY r.local LIMIT $3" },
	/* What may be told of rooms without reading them into memory. */
	[MUC_READ_PUBLIC] = { "muc.read_public",
		"SELECT r.local, n.value, d.value, l.value, m.value, s.value, w.value FROM rooms r"
		" LEFT JOIN room_settings n ON n.host = r.host AND n.local = r.local AND n.field = 'muc#roomconfig_roomname'"
		" LEFT JOIN room_settings d ON d.host = r.host AND d.local = r.local AND d.field = 'muc#roomconfig_roomdesc'"
		" LEFT JOIN room_settings l ON l.host = r.host AND l.local = r.local AND l.field = 'muc#roomconfig_lang'"
		" LEFT JOIN room_settings m ON m.host = r.host AND m.local = r.local AND m.field = 'muc#roomconfig_membersonly'"
		" LEFT JOIN room_settings s ON s.host = r.host AND s.local = r.local AND s.field = 'muc#roomconfig_passwordprotectedroom'"
		" LEFT JOIN room_settings w ON w.host = r.host AND w.local = r.local AND w.field = 'muc#roomconfig_whois'"
		" LEFT JOIN room_settings p ON p.host = r.host AND p.local = r.local AND p.field = 'muc#roomconfig_publicroom'"
		" WHERE r.host = $1 AND r.local > $2 AND p.value IS NULL ORDER BY r.local LIMIT $3" },
	[MUC_LIST_RETENTION] = { "muc.list_retention",
		"SELECT host, local, value FROM room_settings WHERE field = 'x-nexa#roomconfig_archivedays'" },
	[MUC_FORGET_ACCOUNT] = { "muc.forget_account", "DELETE FROM room_affiliations WHERE jid = " ACCOUNT },
	[MUC_LOAD_VOICES] = { "muc.load_voices", "SELECT jid, role FROM room_voices WHERE host = $1 AND local = $2" },
	[MUC_SET_VOICE] = { "muc.set_voice",
		"INSERT INTO room_voices (host, local, jid, role) VALUES ($1, $2, $3, $4)"
		" ON CONFLICT (host, local, jid) DO UPDATE SET role = excluded.role" },
	[MUC_REMOVE_VOICE] = { "muc.remove_voice", "DELETE FROM room_voices WHERE host = $1 AND local = $2 AND jid = $3" },
	[MUC_FORGET_VOICES] = { "muc.forget_voices", "DELETE FROM room_voices WHERE jid = " ACCOUNT },
	[MUC_LOAD_REQUESTS] = { "muc.load_requests",
		"SELECT jid, nick, form FROM room_registrations WHERE host = $1 AND local = $2 ORDER BY asked_at" },
	[MUC_SET_REQUEST] = { "muc.set_request",
		"INSERT INTO room_registrations (host, local, jid, nick, form, asked_at) VALUES ($1, $2, $3, $4, $5, $6)"
		" ON CONFLICT (host, local, jid) DO UPDATE SET nick = excluded.nick, form = excluded.form" },
	[MUC_REMOVE_REQUEST] = { "muc.remove_request", "DELETE FROM room_registrations WHERE host = $1 AND local = $2 AND jid = $3" },
	[MUC_FORGET_REQUESTS] = { "muc.forget_requests", "DELETE FROM room_registrations WHERE jid = " ACCOUNT },
	/* None, of an administrator. */
	[MUC_COUNT_OWNED] = { "muc.count_owned",
		"SELECT COUNT(*) FROM room_affiliations WHERE jid = $1 AND affiliation = 'owner'"
		" AND NOT EXISTS (SELECT 1 FROM users WHERE host = $2 AND local = $3 AND is_admin = 1)" },
	{ NULL, NULL }
};

struct nx_job *muc_job_new(const struct nx_room *room)
{
	return room->config->is_persistent ? nx_job_new(room->muc->mod->server->store) : NULL;
}

static const struct nx_statements *statements_of(const struct nx_room *room)
{
	return room->muc->mod->statements;
}

struct fields {
	struct nx_job *job;
	const struct nx_room *room;
};

static void add_field(void *ctx, const char *var, const char *value)
{
	struct fields *fields = ctx;

	nx_job_add(fields->job, statements_of(fields->room), MUC_SET_FIELD, "ssss", fields->room->component->name, fields->room->local, var,
		   value);
}

void muc_store_config(struct nx_job *job, const struct nx_room *room, struct nx_room_config *config)
{
	struct fields fields = { job, room };

	nx_job_add(job, statements_of(room), MUC_CLEAR_FIELDS, "ss", room->component->name, room->local);
	muc_config_each(room->muc->mod->server, config, add_field, &fields);
}

static void add_member(struct nx_job *job, const struct nx_room *room, const char *jid, enum nx_affiliation affiliation, const char *nick,
		       const char *reason)
{
	nx_job_add(job, statements_of(room), MUC_SET_MEMBER, "ssssss", room->component->name, room->local, jid,
		   muc_affiliation_name(affiliation), nick, reason);
}

void muc_store_room(struct nx_job *job, struct nx_room *room, struct nx_room_config *config)
{
	struct nx_map_iter it = {0};
	const struct nx_room_member *member;

	nx_job_add(job, statements_of(room), MUC_SET_ROOM, "ssissi", room->component->name, room->local, room->created_at_ms,
		   room->subject, room->subject_nick, room->subject_at_ms);
	muc_store_config(job, room, config);
	while ((member = nx_map_next(room->members, &it)))
		add_member(job, room, member->jid, member->affiliation, member->nick, member->reason);
	NX_FIRE(room->muc->mod->server, room_storing, room, job);
	muc_store_voices(job, room);
	muc_store_requests(job, room);
}

void muc_store_subject(struct nx_job *job, const struct nx_room *room, const char *subject, const char *nick, int64_t at_ms)
{
	nx_job_add(job, statements_of(room), MUC_SET_SUBJECT, "ssssi", room->component->name, room->local, subject, nick, at_ms);
}

void muc_store_member(struct nx_job *job, const struct nx_room *room, const char *jid, enum nx_affiliation affiliation,
		      const char *nick, const char *reason)
{
	if (affiliation == NX_AFF_NONE)
		nx_job_add(job, statements_of(room), MUC_REMOVE_MEMBER, "sss", room->component->name, room->local, jid);
	else
		add_member(job, room, jid, affiliation, nick, reason);
	NX_FIRE(room->muc->mod->server, room_affiliation_storing, room, jid, affiliation, job);
}

void muc_store_affiliation(struct nx_job *job, const struct nx_room *room, const char *jid, enum nx_affiliation affiliation,
			   const char *nick, const char *reason)
{
	const struct nx_room_member *member = nx_map_find(room->members, jid, strlen(jid));

	muc_store_member(job, room, jid, affiliation, nick, reason);
	if (affiliation == (member ? member->affiliation : NX_AFF_NONE))
		return;
	muc_store_voice(job, room, jid, NX_ROLE_NONE);
	nx_job_add(job, statements_of(room), MUC_REMOVE_REQUEST, "sss", room->component->name, room->local, jid);
}

void muc_store_removal(struct nx_job *job, const struct nx_room *room)
{
	nx_job_add(job, statements_of(room), MUC_REMOVE_ROOM, "ss", room->component->name, room->local);
	muc_archive_forget(job, room);
}
