/* The hats of a room, in memory and as rows (schema: room_hats, room_hat_wearers). They come into memory with the room. */
#include "mod_muc_hats/hats.h"

#include <string.h>

#include "base/map.h"
#include "base/mem.h"

enum { LOAD, SET_HAT, REMOVE_HAT, SET_WEARER, REMOVE_WEARER, FORGET_ACCOUNT };

const struct nx_statement hats_statements[] = {
	[LOAD] = { "muc_hats.load", "SELECT h.uri, h.title, h.hue, w.jid FROM room_hats h"
		" LEFT JOIN room_hat_wearers w ON w.host = h.host AND w.local = h.local AND w.uri = h.uri"
		" WHERE h.host = $1 AND h.local = $2 ORDER BY h.uri" },
	[SET_HAT] = { "muc_hats.set_hat", "INSERT INTO room_hats (host, local, uri, title, hue) VALUES ($1, $2, $3, $4, $5)"
		" ON CONFLICT (host, local, uri) DO UPDATE SET title = excluded.title, hue = excluded.hue" },
	[REMOVE_HAT] = { "muc_hats.remove_hat", "DELETE FROM room_hats WHERE host = $1 AND local = $2 AND uri = $3" },
	[SET_WEARER] = { "muc_hats.set_wearer", "INSERT INTO room_hat_wearers (host, local, uri, jid) VALUES ($1, $2, $3, $4)"
		" ON CONFLICT (host, local, uri, jid) DO NOTHING" },
	[REMOVE_WEARER] = { "muc_hats.remove_wearer",
		"DELETE FROM room_hat_wearers WHERE host = $1 AND local = $2 AND uri = $3 AND jid = $4" },
	/* Of an account that exists. */
	[FORGET_ACCOUNT] = { "muc_hats.forget_account",
		"DELETE FROM room_hat_wearers WHERE jid = (SELECT local || '@' || host FROM users WHERE host = $1 AND local = $2)" },
	{ NULL, NULL }
};

/* ---- in memory ---- */

static void free_hat(struct hats *hats, struct hat *hat)
{
	struct nx_map_iter it = {0};
	char *wearer;

	nx_list_remove(&hat->link);
	hats->count--;
	while ((wearer = nx_map_next(hat->wearers, &it))) {
		nx_map_remove(hat->wearers, wearer, strlen(wearer));
		nx_mem_free(wearer);
	}
	nx_map_free(&hat->wearers);
	nx_mem_free(hat->uri);
	nx_mem_free(hat->title);
	nx_mem_free(hat->hue);
	nx_mem_free(hat);
}

static void free_hats(void *arg)
{
	struct hats *hats = arg;

	while (hats->count > 0)
		free_hat(hats, NX_LIST_FIRST(&hats->list, struct hat, link));
}

struct hats *hats_of(struct nx_module *mod, struct nx_room *room)
{
	struct hats *hats = nx_slot_get(&room->slots, mod);

	if (!hats) {
		hats = NX_NEW(room->pool, struct hats);
		nx_list_init(&hats->list);
		nx_slot_set(&room->slots, mod, hats);
		nx_pool_on_free(room->pool, free_hats, hats);
	}
	return hats;
}

struct hat *hats_find(const struct hats *hats, const char *uri)
{
	struct hat *hat;

	NX_LIST_EACH(&hats->list, struct hat, link, hat) {
		if (nx_str_eq(hat->uri, uri))
			return hat;
	}
	return NULL;
}

bool hats_wears(const struct hat *hat, const struct nx_jid *bare)
{
	return nx_map_find(hat->wearers, bare->full, bare->bare_len) != NULL;
}

static void create(struct hats *hats, const char *uri, const char *title, const char *hue)
{
	struct hat *hat = hats_find(hats, uri);

	if (!hat) {
		hat = nx_mem_new(sizeof(*hat));
		hat->uri = nx_mem_strdup(uri);
		hat->wearers = nx_map_new();
		nx_list_append(&hats->list, &hat->link);
		hats->count++;
	}
	nx_mem_free(hat->title);
	nx_mem_free(hat->hue);
	hat->title = nx_mem_strdup(title);
	hat->hue = hue ? nx_mem_strdup(hue) : NULL;
}

static void assign(struct hat *hat, const char *jid)
{
	char *wearer = nx_mem_strdup(jid);

	nx_mem_free(nx_map_set(hat->wearers, wearer, strlen(wearer), wearer));
}

static void unassign(struct hat *hat, const char *jid)
{
	nx_mem_free(nx_map_remove(hat->wearers, jid, strlen(jid)));
}

void hats_change(struct nx_module *mod, struct nx_room *room, const struct hat_change *change)
{
	struct hats *hats = hats_of(mod, room);
	struct hat *hat = hats_find(hats, change->uri);

	switch (change->what) {
	case HAT_CREATE:
		create(hats, change->uri, change->title, change->hue);
		break;
	case HAT_DESTROY:
		if (hat)
			free_hat(hats, hat);
		break;
	case HAT_ASSIGN:
		if (hat)
			assign(hat, change->jid);
		break;
	case HAT_UNASSIGN:
		if (hat)
			unassign(hat, change->jid);
		break;
	}
}

/* ---- rows ---- */

void hats_store(struct nx_module *mod, const struct nx_room *room, struct nx_job *job, const struct hat_change *change)
{
	const char *host = room->component->name, *local = room->local;

	switch (change->what) {
	case HAT_CREATE:
		nx_job_add(job, mod->statements, SET_HAT, "sssss", host, local, change->uri, change->title, change->hue);
		break;
	case HAT_DESTROY:
		nx_job_add(job, mod->statements, REMOVE_HAT, "sss", host, local, change->uri);
		break;
	case HAT_ASSIGN:
		nx_job_add(job, mod->statements, SET_WEARER, "ssss", host, local, change->uri, change->jid);
		break;
	case HAT_UNASSIGN:
		nx_job_add(job, mod->statements, REMOVE_WEARER, "ssss", host, local, change->uri, change->jid);
		break;
	}
}

/* Hats without a wearer have one row, the others one for each. */
static void hat_row(struct nx_module *mod, struct nx_room *room, const struct nx_row *row)
{
	struct hats *hats = hats_of(mod, room);

	create(hats, nx_row_text(row, 0), nx_row_text(row, 1), nx_row_text(row, 2));
	if (!nx_row_is_null(row, 3))
		assign(hats_find(hats, nx_row_text(row, 0)), nx_row_text(row, 3));
}

void hats_on_loading(struct nx_module *mod, struct nx_room *room)
{
	nx_rooms(mod->server)->read(mod, room, LOAD, hat_row);
}

void hats_on_storing(struct nx_module *mod, struct nx_room *room, struct nx_job *job)
{
	const struct hats *hats = hats_of(mod, room);
	const struct hat *hat;

	NX_LIST_EACH(&hats->list, struct hat, link, hat) {
		struct hat_change change = { .what = HAT_CREATE, .uri = hat->uri, .title = hat->title, .hue = hat->hue };
		struct nx_map_iter it = {0};

		hats_store(mod, room, job, &change);
		change.what = HAT_ASSIGN;
		while ((change.jid = nx_map_next(hat->wearers, &it)))
			hats_store(mod, room, job, &change);
	}
}

/* ---- accounts go: who takes the name next wears nothing ---- */

void hats_on_account_deleting(struct nx_module *mod, struct nx_host *host, const char *local, struct nx_job *job)
{
	nx_job_add(job, mod->statements, FORGET_ACCOUNT, "ss", host->name, local);
}

static void take_off(struct nx_module *mod, struct nx_room *room, const void *arg)
{
	const struct hats *hats = nx_slot_get(&room->slots, mod);
	struct hat *hat;

	if (!hats)
		return;
	NX_LIST_EACH(&hats->list, struct hat, link, hat)
		unassign(hat, arg);
}

void hats_on_account_deleted(struct nx_module *mod, struct nx_host *host, const struct nx_jid *bare)
{
	(void)host;
	nx_rooms(mod->server)->each(mod, take_off, bare->full);
}
