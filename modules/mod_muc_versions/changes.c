/* Of each JID the id of its last change, in memory and as rows (schema: room_versions) that are stored with the change. They come into memory
 * with the room. */
#include "mod_muc_versions/versions.h"

#include <stdio.h>
#include <string.h>

#include "base/map.h"
#include "base/mem.h"

/* People without affiliation whose last change a room remembers; then it forgets all of these. */
#define MAX_GONE 1000

enum { LOAD, SET, DROP_GONE, FORGET_ACCOUNT };

/* The row without JID: nothing is known of what was before. */
#define FLOOR ""

const struct nx_statement versions_statements[] = {
	[LOAD] = { "muc_versions.load", "SELECT jid, version, crossed FROM room_versions WHERE host = $1 AND local = $2" },
	[SET] = { "muc_versions.set", "INSERT INTO room_versions (host, local, jid, version, crossed) VALUES ($1, $2, $3, $4, $5)"
		" ON CONFLICT (host, local, jid) DO UPDATE SET version = excluded.version, crossed = excluded.crossed" },
	[DROP_GONE] = { "muc_versions.drop_gone", "DELETE FROM room_versions WHERE host = $1 AND local = $2"
		" AND jid NOT IN (SELECT jid FROM room_affiliations WHERE host = $1 AND local = $2)" },
	[FORGET_ACCOUNT] = { "muc_versions.forget_account", "INSERT INTO room_versions (host, local, jid, version, crossed)"
		" SELECT host, local, jid, $3, CASE affiliation WHEN 'outcast' THEN 0 ELSE $3 END FROM room_affiliations"
		" WHERE jid = (SELECT local || '@' || host FROM users WHERE host = $1 AND local = $2)"
		" ON CONFLICT (host, local, jid) DO UPDATE SET version = excluded.version,"
		" crossed = CASE excluded.crossed WHEN 0 THEN room_versions.crossed ELSE excluded.crossed END" },
	{ NULL, NULL }
};

/* ---- in memory ---- */

static void forget_row(struct versions *versions, struct version_row *row)
{
	nx_map_remove(versions->rows, row->jid, row->jid_len);
	nx_mem_free(row);
}

static void free_versions(void *arg)
{
	struct versions *versions = arg;
	struct nx_map_iter it = {0};
	struct version_row *row;

	while ((row = nx_map_next(versions->rows, &it)))
		forget_row(versions, row);
	nx_map_free(&versions->rows);
}

struct versions *versions_of(const struct nx_module *mod, const struct nx_room *room)
{
	return nx_slot_get(&room->slots, mod);
}

static struct versions *make_versions(const struct nx_module *mod, struct nx_room *room)
{
	struct versions *versions = versions_of(mod, room);

	if (!versions) {
		versions = NX_NEW(room->pool, struct versions);
		versions->rows = nx_map_new();
		nx_slot_set(&room->slots, mod, versions);
		nx_pool_on_free(room->pool, free_versions, versions);
	}
	return versions;
}

const struct version_row *versions_find(const struct versions *versions, const char *jid, size_t len)
{
	return nx_map_find(versions->rows, jid, len);
}

static struct version_row *make_row(struct versions *versions, const char *jid, size_t len)
{
	struct version_row *row = nx_map_find(versions->rows, jid, len);

	if (row)
		return row;
	row = nx_mem_new(sizeof(*row) + len + 1);
	memcpy(row->jid, jid, len);
	row->jid_len = len;
	nx_map_set(versions->rows, row->jid, len, row);
	return row;
}

enum nx_affiliation versions_affiliation(const struct nx_room *room, const char *jid, size_t len)
{
	const struct nx_room_member *member = nx_map_find(room->members, jid, len);

	return member ? member->affiliation : NX_AFF_NONE;
}

static bool crosses(enum nx_affiliation before, enum nx_affiliation after)
{
	return (before >= NX_AFF_MEMBER) != (after >= NX_AFF_MEMBER);
}

/* Are there so many rows of people who are gone? */
static bool is_full(const struct nx_room *room, const struct versions *versions)
{
	return nx_map_count(versions->rows) > nx_map_count(room->members) + MAX_GONE;
}

static void drop_gone(const struct nx_room *room, struct versions *versions)
{
	struct nx_map_iter it = {0};
	struct version_row *row;

	versions->floor = versions->last;
	while ((row = nx_map_next(versions->rows, &it))) {
		if (versions_affiliation(room, row->jid, row->jid_len) == NX_AFF_NONE && !row->pending)
			forget_row(versions, row);
	}
}

/* ---- changes ---- */

static void store(struct nx_module *mod, const struct nx_room *room, struct nx_job *job, const char *jid,
		  uint64_t version, uint64_t crossed)
{
	nx_job_add(job, mod->statements, SET, "sssii", room->component->name, room->local, jid, (int64_t)version, (int64_t)crossed);
}

void versions_on_storing(struct nx_module *mod, const struct nx_room *room, const char *bare, int affiliation, struct nx_job *job)
{
	struct versions *versions = versions_of(mod, room);
	enum nx_affiliation before = versions_affiliation(room, bare, strlen(bare));
	struct version_row *row;

	if (before == (enum nx_affiliation)affiliation)
		return;
	/* Once for all changes of a job. */
	if (is_full(room, versions) && !versions->is_dropping) {
		versions->is_dropping = true;
		nx_job_add(job, mod->statements, DROP_GONE, "ss", room->component->name, room->local);
		/* Behind all that is dropped, also what is still on its way. */
		store(mod, room, job, FLOOR, nx_server_next_id(mod->server), 0);
	}
	row = make_row(versions, bare, strlen(bare));
	row->pending = nx_server_next_id(mod->server);
	store(mod, room, job, bare, row->pending, crosses(before, affiliation) ? row->pending : row->crossed);
}

/* A room that is not stored has no change on its way. */
void versions_on_affiliation(struct nx_module *mod, struct nx_room *room, const char *bare, size_t bare_len, int before, int after)
{
	struct versions *versions = make_versions(mod, room);
	struct version_row *row = make_row(versions, bare, bare_len);
	uint64_t version = row->pending > versions->last ? row->pending : nx_server_next_id(mod->server);

	versions->is_dropping = false;
	if (is_full(room, versions)) {
		drop_gone(room, versions);
		row = make_row(versions, bare, bare_len);
	}
	row->pending = 0;
	row->version = version;
	if (crosses(before, after))
		row->crossed = version;
	versions->before = versions->last;
	versions->last = version;
}

static void expect_deletion(struct nx_module *mod, struct nx_room *room, const void *arg)
{
	const struct version_row *deleted = arg;

	if (versions_affiliation(room, deleted->jid, deleted->jid_len) != NX_AFF_NONE)
		make_row(versions_of(mod, room), deleted->jid, deleted->jid_len)->pending = deleted->pending;
}

/* In the phase before that in which mod_muc's rows go. */
void versions_on_account_deleting(struct nx_module *mod, struct nx_host *host, const char *local, struct nx_job *job)
{
	size_t len = strlen(local) + 1 + strlen(host->name);
	struct version_row *deleted = nx_mem_new(sizeof(*deleted) + len + 1);

	snprintf(deleted->jid, len + 1, "%s@%s", local, host->name);
	deleted->jid_len = len;
	deleted->pending = nx_server_next_id(mod->server);
	nx_job_add(job, mod->statements, FORGET_ACCOUNT, "ssi", host->name, local, (int64_t)deleted->pending);
	nx_rooms(mod->server)->each(mod, expect_deletion, deleted);
	nx_mem_free(deleted);
}

/* ---- rooms come and go ---- */

static void on_row(struct nx_module *mod, struct nx_room *room, const struct nx_row *columns)
{
	struct versions *versions = versions_of(mod, room);
	uint64_t version = (uint64_t)nx_row_int(columns, 1);
	struct version_row *row;

	if (version > versions->last)
		versions->last = version;
	if (nx_str_eq(nx_row_text(columns, 0), FLOOR)) {
		versions->floor = version;
		return;
	}
	row = make_row(versions, nx_row_text(columns, 0), nx_row_len(columns, 0));
	row->version = version;
	row->crossed = (uint64_t)nx_row_int(columns, 2);
}

void versions_on_loading(struct nx_module *mod, struct nx_room *room)
{
	make_versions(mod, room);
	nx_rooms(mod->server)->read(mod, room, LOAD, on_row);
}

void versions_on_room_storing(struct nx_module *mod, struct nx_room *room, struct nx_job *job)
{
	/* Nobody belonged to it yet, when an administrator makes it. */
	const struct versions *versions = make_versions(mod, room);
	struct nx_map_iter it = {0};
	const struct version_row *row;

	store(mod, room, job, FLOOR, versions->floor, 0);
	while ((row = nx_map_next(versions->rows, &it)))
		store(mod, room, job, row->jid, row->version, row->crossed);
}
