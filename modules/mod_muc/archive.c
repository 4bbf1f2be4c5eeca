/* The archive of a room (XEP-0313 section 6.1.2): which messages go there, who may read it, and what is shown to whom. Only rooms that
 * stay have one; the messages themselves are kept by whoever offers the service (mod_mam). */
#include "mod_muc/muc.h"

#include <inttypes.h>

#include "service/archive.h"
#include "xml/reader.h"
#include "xml/writer.h"

const struct nx_archive_service *muc_find_archive(struct muc *muc)
{
	if (!muc->archive)
		muc->archive = nx_service_find(muc->mod->server, NX_SERVICE_ARCHIVE, &muc->archive_mod);
	return muc->archive;
}

bool muc_has_archive(const struct nx_room *room)
{
	return muc_find_archive(room->muc) && room->config->is_persistent && room->config->is_archived;
}

bool muc_is_archived(const struct nx_room *room, const struct nx_xml *message)
{
	return muc_has_archive(room) && room->muc->archive->is_worth(message);
}

struct muc_archived muc_archive_message(struct nx_event *ev, struct nx_room *room, struct nx_job *job, const struct nx_jid *sender,
					struct nx_xml *message)
{
	const struct nx_archive_service *archive = room->muc->archive;
	struct nx_module *mod = room->muc->archive_mod;
	uint64_t id = nx_server_next_id(ev->server);
	struct nx_xml *stanza_id = nx_xml_add(message, NX_NS_SID, "stanza-id");

	/* Section 3.5; XEP-0359 section 3: those that others had put in are gone (mod_sid). */
	nx_xml_set(stanza_id, "by", room->jid.full);
	nx_xml_set(stanza_id, "id", nx_pool_printf(ev->pool, "%" PRIu64, id));
	const char *xml = nx_xml_to_string(ev->pool, message);

	archive->add_message(mod, job, id, sender, xml);
	archive->add_to(mod, job, id, &room->jid, sender);
	return (struct muc_archived){ id, xml };
}

void muc_archive_forget(struct nx_job *job, const struct nx_room *room)
{
	if (muc_find_archive(room->muc))
		room->muc->archive->forget(room->muc->archive_mod, job, &room->jid, nx_server_next_id(room->muc->mod->server));
}

/* ---- reading ---- */

/* Whoever may enter may read. */
static bool may_read(const struct nx_event *ev, const struct nx_room *room)
{
	enum nx_affiliation affiliation = muc_affiliation_of(room, &ev->from);
	bool is_closed = room->config->is_members_only || room->config->needs_password;

	if (affiliation == NX_AFF_OUTCAST)
		return false;
	return !is_closed || affiliation >= NX_AFF_MEMBER || muc_client_find(room, &ev->from);
}

static bool may_see_jids(const struct nx_event *ev, const struct nx_room *room)
{
	const struct nx_room_client *client = muc_client_find(room, &ev->from);

	return muc_may_see_jids(room, client ? client->occupant : NULL) || muc_affiliation_of(room, &ev->from) >= NX_AFF_ADMIN;
}

static void add_sender(void *ctx, struct nx_event *ev, struct nx_xml *message, const char *sender)
{
	(void)ctx;
	(void)ev;
	nx_xml_set(nx_xml_add(nx_xml_add(message, NX_NS_MUC_USER, "x"), NULL, "item"), "jid", sender);
}

enum nx_verdict muc_archive_query(struct nx_module *mod, struct nx_event *ev, struct nx_room *room)
{
	(void)mod;
	if (!nx_room_exists(room))
		return nx_event_refuse(ev, NX_E_ITEM_NOT_FOUND, "There is no such room");
	if (!muc_has_archive(room))
		return nx_event_refuse(ev, NX_E_SERVICE_UNAVAILABLE, "This room has no archive");
	if (!may_read(ev, room))
		return nx_event_refuse(ev, NX_E_FORBIDDEN, "This archive is for those who may enter the room");
	bool is_open = may_see_jids(ev, room);
	const struct nx_jid owner = nx_jid_dup(ev->pool, &room->jid);
	const struct nx_archive_view view = { .owner = nx_pool_memdup(ev->pool, &owner, sizeof(owner)), .since_ms = muc_archive_since_ms(room),
					      .may_filter_by_jid = is_open, .adapt = is_open ? add_sender : NULL };

	return room->muc->archive->query(room->muc->archive_mod, ev, &view);
}

/* ---- the room comes into memory ---- */

/* XEP-0045 section 7.2.13: subjects, reactions and the like are no part of what is told to who comes. */
static void history_row(void *ctx, const struct nx_row *row)
{
	struct nx_room *room = ctx;
	struct nx_server *server = room->muc->mod->server;
	const char *xml = nx_row_text(row, NX_ARCHIVE_LATEST_STANZA);
	size_t len = nx_row_len(row, NX_ARCHIVE_LATEST_STANZA);
	struct nx_pool *pool = nx_event_pool(server);
	const struct nx_xml *message = nx_xml_parse_stanza(server->parsers, pool, xml, len, NULL);

	if (message && nx_xml_child(message, NX_NS_CLIENT, "body"))
		muc_history_restore(room, nx_row_text(row, NX_ARCHIVE_LATEST_SENDER), (uint64_t)nx_row_int(row, NX_ARCHIVE_LATEST_ID), xml,
				    len);
	nx_xml_parsers_give_pool(server->parsers, &pool);
}

void muc_archive_load_history(struct nx_room *room, void (*done)(void *ctx, const struct nx_result *result))
{
	room->muc->archive->latest(room->muc->archive_mod, &room->muc->owner, &room->jid, muc_archive_since_ms(room),
				   (unsigned)room->config->history, history_row, done, room);
}
