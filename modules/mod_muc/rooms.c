/* Rooms in memory: found or read when somebody addresses them, forgotten when nobody does any more; and the turns that stanzas take
 * (muc.h). A name that no room has is a room in state ABSENT for as long as somebody looks at it: the stanza that creates the room
 * and another one that comes at the same time meet there. */
#include "mod_muc/muc.h"

#include <string.h>

#include "base/map.h"
#include "base/mem.h"
#include "xmpp/look.h"

/* One event's stay; ev->data while it lasts. */
struct visit {
	struct nx_link link;
	struct nx_module *mod;
	struct nx_event *ev;
	struct nx_room *room;
	enum nx_room_turn turn;
	nx_room_visit_fn *fn;
	bool has_waited;
	void *data;
};

/* ---- life ---- */

static struct nx_room *room_new(struct muc *muc, struct nx_component *component, const struct nx_jid *jid)
{
	struct nx_pool *pool = nx_pool_new("room", 1024);
	struct nx_room *room = NX_NEW(pool, struct nx_room);

	room->pool = pool;
	room->slots.pool = pool;
	room->muc = muc;
	room->component = component;
	room->jid = nx_jid_bare(pool, jid);
	room->local = nx_jid_local_str(pool, jid);
	room->log = (struct nx_log_source){ .parent = &component->log, .prefix = nx_pool_printf(pool, "room=%s", room->local) };
	room->members = nx_map_new();
	room->reserved = nx_map_new();
	room->voices = nx_map_new();
	room->requests = nx_map_new();
	room->by_nick = nx_map_new();
	room->by_look = nx_map_new();
	room->by_client = nx_map_new();
	nx_list_init(&room->occupants);
	nx_list_init(&room->clients);
	nx_list_init(&room->history);
	nx_list_init(&room->waiting);
	nx_map_set(muc->rooms, room->jid.full, room->jid.full_len, room);
	return room;
}

static void empty_out(struct nx_room *room)
{
	struct nx_room_client *client;

	if (room->config)
		NX_FIRE(room->muc->mod->server, room_ended, room);
	room->slots = (struct nx_slots){ .pool = room->pool };
	NX_LIST_EACH(&room->clients, struct nx_room_client, in_room, client)
		muc_client_remove(client);
	muc_history_clear(room);
	muc_members_clear(room);
	muc_voices_clear(room);
	muc_requests_clear(room);
	muc_config_free(&room->config);
	nx_mem_free(room->subject);
	nx_mem_free(room->subject_nick);
	room->subject = room->subject_nick = NULL;
}

static void room_free(struct nx_room *room)
{
	struct nx_pool *pool = room->pool;

	empty_out(room);
	nx_map_remove(room->muc->rooms, room->jid.full, room->jid.full_len);
	nx_map_free(&room->members);
	nx_map_free(&room->reserved);
	nx_map_free(&room->voices);
	nx_map_free(&room->requests);
	nx_map_free(&room->by_nick);
	nx_map_free(&room->by_look);
	nx_map_free(&room->by_client);
	nx_pool_free(&pool);
}

void muc_room_vanish(struct nx_room *room)
{
	empty_out(room);
	room->state = NX_ROOM_ABSENT;
	room->life++;
}

/* Nobody is in it and no event uses it: nothing of it is under way, because an event stays until its job is done. It is kept for
 * a while, because somebody may come back. */
static void become_idle(struct nx_room *room)
{
	struct muc *muc = room->muc;

	if (room->state != NX_ROOM_OPEN) {
		room_free(room);
		return;
	}
	nx_list_append(&muc->idle, &room->in_idle);
	muc->idle_count++;
	while (muc->idle_count > nx_conf_int(muc->mod->server->conf, NULL, "muc_cache")) {
		struct nx_room *oldest = NX_LIST_FIRST(&muc->idle, struct nx_room, in_idle);

		nx_list_remove(&oldest->in_idle);
		muc->idle_count--;
		room_free(oldest);
	}
}

static void use(struct nx_room *room)
{
	room->visits++;
	if (nx_link_is_linked(&room->in_idle)) {
		nx_list_remove(&room->in_idle);
		room->muc->idle_count--;
	}
}

static void stop_using(struct nx_room *room)
{
	if (--room->visits == 0 && room->occupant_count == 0)
		become_idle(room);
}

static void visit_over(void *arg)
{
	struct visit *visit = arg;

	nx_list_remove(&visit->link);
	stop_using(visit->room);
}

/* ---- turns ---- */

static enum nx_verdict take_turn(struct nx_module *mod, struct nx_event *ev);

static enum nx_verdict wait_or_go(struct visit *visit)
{
	uint64_t finished = nx_store_finished(visit->ev->server->store);

	if (visit->room->load_failed)
		return nx_event_refuse(visit->ev, NX_E_INTERNAL, "The server cannot read its database; try again later");
	bool must_wait = visit->turn == NX_AFTER_ALL && !visit->has_waited && visit->room->job > finished;

	visit->has_waited = true;
	if (must_wait || visit->room->change_job > finished)
		return nx_event_settle(visit->ev, visit->mod, take_turn);
	muc_room_accept_defaults(visit->room);
	return visit->fn(visit->mod, visit->ev, visit->room);
}

static enum nx_verdict take_turn(struct nx_module *mod, struct nx_event *ev)
{
	(void)mod;
	return wait_or_go(ev->data);
}

/* ---- loading ---- */

static void read_room(struct nx_room *room);

static void load_done(struct nx_room *room)
{
	struct visit *visit;

	if (--room->loads_due > 0)
		return;
	if (room->is_outdated && !room->load_failed) {
		empty_out(room);
		read_room(room);
		return;
	}
	if (room->state == NX_ROOM_LOADING)
		room->state = room->config ? NX_ROOM_OPEN : NX_ROOM_ABSENT;
	/* Each visit may be over at once, and with the last one the room would go. */
	use(room);
	NX_LIST_EACH(&room->waiting, struct visit, link, visit) {
		nx_list_remove(&visit->link);
		enum nx_verdict verdict = wait_or_go(visit);
		if (verdict != NX_WAIT)
			nx_event_resume(visit->ev->server, visit->ev->id, verdict);
	}
	stop_using(room);
}

static void loaded(void *ctx, const struct nx_result *result)
{
	struct nx_room *room = ctx;

	if (result->err) {
		nx_log(room, NX_ERROR, "cannot read the room: %s", result->err->text);
		room->load_failed = true;
	}
	if (room->load_failed)
		muc_room_vanish(room);
	load_done(room);
}

static void config_row(void *ctx, const struct nx_row *row)
{
	struct nx_room *room = ctx;

	if (room->config)
		muc_config_load(room->config, nx_row_text(row, 0), nx_row_text(row, 1));
}

static void member_row(void *ctx, const struct nx_row *row)
{
	struct nx_room *room = ctx;
	enum nx_affiliation affiliation = NX_AFF_NONE;

	if (muc_affiliation_parse(nx_row_text(row, 1), &affiliation))
		muc_member_set(room, nx_row_text(row, 0), nx_row_len(row, 0), affiliation, nx_row_text(row, 2), nx_row_text(row, 3));
}

static void voice_row(void *ctx, const struct nx_row *row)
{
	enum nx_role role = NX_ROLE_NONE;

	if (muc_role_parse(nx_row_text(row, 1), &role))
		muc_voice_set(ctx, nx_row_text(row, 0), nx_row_len(row, 0), role);
}

static void request_row(void *ctx, const struct nx_row *row)
{
	muc_request_restore(ctx, nx_row_text(row, 0), nx_row_text(row, 1), nx_row_text(row, 2));
}

static char *text_of(const struct nx_row *row, unsigned column)
{
	return nx_row_is_null(row, column) ? NULL : nx_mem_strdup(nx_row_text(row, column));
}

static void room_row(void *ctx, const struct nx_row *row)
{
	struct nx_room *room = ctx;

	room->config = muc_config_new(room->muc->mod->server);
	room->created_at_ms = nx_row_int(row, 0);
	room->subject = text_of(row, 1);
	room->subject_nick = text_of(row, 2);
	room->subject_at_ms = nx_row_int(row, 3);
}

static void read_part(struct nx_room *room, unsigned statement, void (*row)(void *ctx, const struct nx_row *row),
		      void (*done)(void *ctx, const struct nx_result *result))
{
	struct muc *muc = room->muc;

	room->loads_due++;
	nx_store_query(muc->mod->server->store, &muc->owner, row, done, room, muc->mod->statements, statement, "ss",
		       room->component->name, room->local);
}

/* What an extra reads with the room. */
struct reading {
	struct nx_module *mod;
	struct nx_room *room;
	void (*row)(struct nx_module *mod, struct nx_room *room, const struct nx_row *row);
};

static void extra_row(void *ctx, const struct nx_row *row)
{
	const struct reading *reading = ctx;

	reading->row(reading->mod, reading->room, row);
}

static void extra_loaded(void *ctx, const struct nx_result *result)
{
	loaded(((const struct reading *)ctx)->room, result);
}

void muc_room_read(struct nx_module *mod, struct nx_room *room, unsigned statement,
		   void (*row)(struct nx_module *mod, struct nx_room *room, const struct nx_row *row))
{
	struct reading *reading = NX_NEW(room->pool, struct reading);

	*reading = (struct reading){ mod, room, row };
	room->loads_due++;
	nx_store_query(mod->server->store, &room->muc->owner, extra_row, extra_loaded, reading, mod->statements, statement, "ss",
		       room->component->name, room->local);
}

static void config_loaded(void *ctx, const struct nx_result *result)
{
	struct nx_room *room = ctx;

	if (!result->err && room->config && muc_has_archive(room) && room->config->history > 0) {
		room->loads_due++;
		muc_archive_load_history(room, loaded);
	}
	loaded(room, result);
}

static void room_loaded(void *ctx, const struct nx_result *result)
{
	struct nx_room *room = ctx;

	if (room->config) {
		read_part(room, MUC_LOAD_CONFIG, config_row, config_loaded);
		read_part(room, MUC_LOAD_MEMBERS, member_row, loaded);
		NX_FIRE(room->muc->mod->server, room_loading, room);
		read_part(room, MUC_LOAD_VOICES, voice_row, loaded);
		read_part(room, MUC_LOAD_REQUESTS, request_row, loaded);
	}
	loaded(room, result);
}

static void read_room(struct nx_room *room)
{
	room->is_outdated = false;
	read_part(room, MUC_LOAD_ROOM, room_row, room_loaded);
}

/* ---- visiting ---- */

struct nx_room *muc_visited(const struct nx_event *ev)
{
	return ((const struct visit *)ev->data)->room;
}

void muc_visit_keep(struct nx_event *ev, void *data)
{
	((struct visit *)ev->data)->data = data;
}

void *muc_visit_kept(const struct nx_event *ev)
{
	return ((const struct visit *)ev->data)->data;
}

enum nx_verdict muc_visit(struct nx_module *mod, struct nx_event *ev, enum nx_room_turn turn, nx_room_visit_fn *fn)
{
	struct muc *muc = ev->component->mod->data;
	struct nx_room *room = nx_map_find(muc->rooms, ev->to.full, ev->to.bare_len);
	struct visit *visit = NX_NEW(ev->pool, struct visit);

	if (!room) {
		room = room_new(muc, ev->component, &ev->to);
		read_room(room);
	}
	*visit = (struct visit){ .mod = mod, .ev = ev, .room = room, .turn = turn, .fn = fn };
	use(room);
	nx_pool_on_free(ev->pool, visit_over, visit);
	ev->data = visit;
	/* Who missed one presence of a room would not know who is in it from then on. */
	ev->needs_presence = true;
	if (room->state != NX_ROOM_LOADING)
		return wait_or_go(visit);
	nx_list_append(&room->waiting, &visit->link);
	return NX_WAIT;
}

enum nx_verdict muc_visit_again(struct nx_event *ev, nx_room_visit_fn *fn)
{
	struct visit *visit = ev->data;

	visit->fn = fn;
	visit->has_waited = false;
	return wait_or_go(visit);
}

enum nx_verdict muc_commit_message_of(struct nx_module *mod, struct nx_event *ev, struct nx_room *room, struct nx_job **job,
				      nx_room_done_fn *done)
{
	enum nx_verdict verdict = nx_event_commit(ev, mod, job, done);

	room->job = ev->job;
	return verdict;
}

enum nx_verdict muc_commit_of(struct nx_module *mod, struct nx_event *ev, struct nx_room *room, struct nx_job **job,
			      nx_room_done_fn *done)
{
	if (!*job)
		return done(mod, ev);
	enum nx_verdict verdict = muc_commit_message_of(mod, ev, room, job, done);

	room->change_job = ev->job;
	return verdict;
}

enum nx_verdict muc_commit_message(struct nx_event *ev, struct nx_room *room, struct nx_job **job, nx_room_done_fn *done)
{
	return muc_commit_message_of(room->muc->mod, ev, room, job, done);
}

enum nx_verdict muc_commit(struct nx_event *ev, struct nx_room *room, struct nx_job **job, nx_room_done_fn *done)
{
	return muc_commit_of(room->muc->mod, ev, room, job, done);
}

enum nx_verdict muc_in_turn(struct nx_event *ev, struct nx_room *room, nx_room_done_fn *done)
{
	if (room->job > nx_store_finished(ev->server->store))
		return nx_event_settle(ev, room->muc->mod, done);
	return done(room->muc->mod, ev);
}

/* ---- the module's ---- */

struct muc *muc_new(struct nx_module *mod)
{
	struct muc *muc = NX_NEW(mod->pool, struct muc);

	muc->mod = mod;
	muc->rooms = nx_map_new();
	nx_list_init(&muc->pasts);
	muc->authors = nx_map_new();
	muc->looks = nx_looks_new();
	nx_owner_init(&muc->owner);
	muc_retention_start(muc);
	nx_list_init(&muc->idle);
	return muc;
}

void muc_free(struct muc **muc_p)
{
	struct muc *muc = *muc_p;
	struct nx_map_iter it = {0};
	struct nx_room *room;

	*muc_p = NULL;
	nx_owner_done(&muc->owner);
	muc_retention_stop(muc);
	while ((room = nx_map_next(muc->rooms, &it)))
		room_free(room);
	nx_map_free(&muc->rooms);
	nx_map_free(&muc->authors);
	nx_looks_free(&muc->looks);
}
