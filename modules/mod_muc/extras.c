/* What other modules can have done with rooms (service/rooms.h): the functions are those that mod_muc itself uses. */
#include "mod_muc/muc.h"

#include <string.h>

#include "base/map.h"

static enum nx_verdict visit(struct nx_module *mod, struct nx_event *ev, enum nx_room_turn turn, nx_room_visit_fn *fn)
{
	return muc_is_for_room(ev) ? muc_visit(mod, ev, turn, fn) : NX_PASS;
}

static struct nx_room_said *said(const struct nx_event *ev)
{
	return muc_visit_kept(ev);
}

static struct nx_room_entry *entry(const struct nx_event *ev)
{
	return muc_visit_kept(ev);
}

static uint64_t archive_message(struct nx_event *ev, struct nx_room *room, struct nx_job *job, struct nx_xml *message)
{
	return muc_archive_message(ev, room, job, &ev->from, message).id;
}

static const struct nx_room_member *reserved_by(const struct nx_room *room, struct nx_pool *pool, const char *nick)
{
	return muc_nick_owner(room, muc_nick_look(room, pool, nick));
}

static void store_affiliation(struct nx_job *job, const struct nx_room *room, const char *bare, enum nx_affiliation affiliation)
{
	muc_store_member(job, room, bare, affiliation, NULL, NULL);
}

static void affiliate(struct nx_event *ev, struct nx_room *room, const char *bare, enum nx_affiliation affiliation)
{
	const struct nx_room_member *member = nx_map_find(room->members, bare, strlen(bare));
	enum nx_affiliation before = member ? member->affiliation : NX_AFF_NONE;

	muc_member_set(room, bare, strlen(bare), affiliation, NULL, NULL);
	if (!muc_adjust_user(ev, room, bare) && affiliation != before)
		muc_tell_followers(ev, room, bare, affiliation);
}

static const struct nx_map *rooms_of(struct nx_module *mod)
{
	struct nx_module *rooms_mod;

	nx_service_find(mod->server, NX_SERVICE_ROOMS, &rooms_mod);
	return ((const struct muc *)rooms_mod->data)->rooms;
}

static enum nx_verdict read_public(struct nx_event *ev, const char *after, unsigned max,
				   void (*row)(struct nx_module *mod, struct nx_event *ev, const struct nx_row *row),
				   nx_room_done_fn *done)
{
	return nx_event_read(ev, ev->component->mod, MUC_READ_PUBLIC,
			     NX_LIST(ev->component->name, after, nx_pool_printf(ev->pool, "%u", max)), row, done);
}

static struct nx_room *find(struct nx_module *mod, const struct nx_jid *bare)
{
	struct nx_room *room = nx_map_find(rooms_of(mod), bare->full, bare->bare_len);

	return room && nx_room_exists(room) ? room : NULL;
}

static void each(struct nx_module *mod, void (*fn)(struct nx_module *mod, struct nx_room *room, const void *arg), const void *arg)
{
	struct nx_map_iter it = {0};
	struct nx_room *room;

	while ((room = nx_map_next(rooms_of(mod), &it))) {
		if (nx_room_exists(room))
			fn(mod, room, arg);
	}
}

static void show_again(struct nx_event *ev, struct nx_occupant *occupant)
{
	const struct muc_news nothing_new = {0};

	muc_show_to_all(ev, NX_LIST_FIRST(&occupant->clients, struct nx_room_client, in_occupant), &nothing_new);
}

static void tell_changed(struct nx_event *ev, struct nx_room *room)
{
	struct nx_xml *message = muc_message_from(ev->pool, &room->jid, "groupchat");

	muc_add_status(nx_xml_add(message, NX_NS_MUC_USER, "x"), 104);
	muc_send_to_all(ev, room, message);
}

const struct nx_rooms_service muc_rooms_service = {
	.visit = visit, .visited = muc_visited, .keep = muc_visit_keep, .kept = muc_visit_kept, .said = said, .entry = entry,
	.speak_on = muc_speak_on, .say_for = muc_say_for, .enter_on = muc_enter_on,
	.job = muc_job_new, .speak_job = muc_speak_job, .commit = muc_commit_of, .commit_message = muc_commit_message_of, .read = muc_room_read,
	.read_public = read_public, .find = find, .find_client = muc_client_find, .store_affiliation = store_affiliation,
	.affiliate = affiliate, .reserved_by = reserved_by, .each = each, .affiliation_of = muc_affiliation_of,
	.affiliation_name = muc_affiliation_name,
	.may_see_jids = muc_may_see_jids, .may_list = muc_may_list, .occupant_id = muc_occupant_id,
	.message_from = muc_message_from, .send_to_all = muc_send_to_all, .send_to_occupant = muc_send_to_occupant,
	.send_to_client = muc_send_to_client, .send_to_anybody = muc_route, .show_again = show_again,
	.tell_changed = tell_changed,
	.has_archive = muc_has_archive, .archive_message = archive_message, .forget_past = muc_history_remove,
};
