/* mod_muc_avatar: rooms that stay have a card with a picture, which owners set and everybody may get (XEP-0486, XEP-0054).
 *
 * The card is read from the store when somebody asks for it. What the picture's hash is, every disco#info of the room tells, so that is
 * in memory. */
#include "core/module.h"

#include <openssl/evp.h>
#include <string.h>

#include "base/mem.h"
#include "service/rooms.h"
#include "xml/reader.h"
#include "xml/writer.h"
#include "xmpp/dataform.h"

#define SHA1_BYTES 20
/* Of the same picture, in several formats (section 5.1). */
#define MAX_PHOTOS 8

enum { LOAD_HASHES, GET, SET, REMOVE };

static const struct nx_statement avatar_statements[] = {
	[LOAD_HASHES] = { "muc_avatar.load_hashes", "SELECT hashes FROM room_vcards WHERE host = $1 AND local = $2" },
	[GET] = { "muc_avatar.get", "SELECT vcard FROM room_vcards WHERE host = $1 AND local = $2" },
	[SET] = { "muc_avatar.set", "INSERT INTO room_vcards (host, local, hashes, vcard) VALUES ($1, $2, $3, $4)"
		" ON CONFLICT (host, local) DO UPDATE SET hashes = excluded.hashes, vcard = excluded.vcard" },
	[REMOVE] = { "muc_avatar.remove", "DELETE FROM room_vcards WHERE host = $1 AND local = $2" },
	{ NULL, NULL }
};

static const struct nx_option avatar_options[] = {
	NX_OPT_SIZE("muc_vcard_max", 128 * 1024, 1024, 16 * 1024 * 1024, "Largest vCard of a room; most of it is the picture"),
	NX_OPT_END
};

/* ---- in memory ---- */

struct avatar {
	char *hashes;                   /* one on each line; NULL: none */
};

static void free_avatar(void *arg)
{
	nx_mem_free(((struct avatar *)arg)->hashes);
}

static void set_hashes(struct nx_module *mod, struct nx_room *room, const char *hashes)
{
	struct avatar *avatar = nx_slot_get(&room->slots, mod);

	if (!avatar) {
		avatar = NX_NEW(room->pool, struct avatar);
		nx_slot_set(&room->slots, mod, avatar);
		nx_pool_on_free(room->pool, free_avatar, avatar);
	}
	nx_mem_free(avatar->hashes);
	avatar->hashes = hashes && *hashes ? nx_mem_strdup(hashes) : NULL;
}

static void hashes_row(struct nx_module *mod, struct nx_room *room, const struct nx_row *row)
{
	set_hashes(mod, room, nx_row_text(row, 0));
}

static void on_loading(struct nx_module *mod, struct nx_room *room)
{
	nx_rooms(mod->server)->read(mod, room, LOAD_HASHES, hashes_row);
}

/* A room that does not stay has no rows. */
static void on_configured(struct nx_module *mod, struct nx_event *ev, struct nx_room *room, const struct nx_room_config *before)
{
	(void)ev;
	(void)before;
	if (!room->config->is_persistent)
		set_hashes(mod, room, NULL);
}

/* ---- getting ---- */

static void vcard_row(struct nx_module *mod, struct nx_event *ev, const struct nx_row *row)
{
	struct nx_error err;
	struct nx_xml *vcard = nx_xml_parse(ev->pool, nx_row_text(row, 0), nx_row_len(row, 0), &err);

	if (!vcard)
		nx_log(mod, NX_ERROR, "the vCard of %s is damaged (%s)", ev->to.full, err.text);
	nx_rooms(ev->server)->keep(ev, vcard);
}

static enum nx_verdict tell(struct nx_module *mod, struct nx_event *ev)
{
	struct nx_xml *vcard = nx_rooms(ev->server)->kept(ev);

	(void)mod;
	return vcard ? nx_event_answer(ev, vcard) : nx_event_refuse(ev, NX_E_ITEM_NOT_FOUND, "This room has no vCard");
}

/* As the rest of what can be known of a room: also from outside. */
static enum nx_verdict get(struct nx_module *mod, struct nx_event *ev, struct nx_room *room)
{
	if (room->state != NX_ROOM_OPEN && !nx_rooms(ev->server)->find_client(room, &ev->from))
		return nx_event_refuse(ev, NX_E_ITEM_NOT_FOUND, "There is no such room");
	return nx_event_read(ev, mod, GET, NX_LIST(room->component->name, room->local), vcard_row, tell);
}

/* ---- setting ---- */

/* Base64 as it stands in cards, in lines: without the white space. */
static char *squeeze(struct nx_pool *pool, const char *text)
{
	char *squeezed = nx_pool_alloc(pool, strlen(text) + 1), *end = squeezed;

	for (; *text; text++) {
		if (!strchr(" \t\r\n", *text))
			*end++ = *text;
	}
	return squeezed;
}

/* XEP-0153 section 3.1: of the picture itself. NULL: not in base64, or nothing. */
static const char *hash_photo(struct nx_pool *pool, const char *text)
{
	const char *squeezed = squeeze(pool, text);
	uint8_t *bytes = nx_pool_alloc(pool, strlen(squeezed) + 1);
	int len = nx_base64_decode(bytes, squeezed, strlen(squeezed));
	unsigned char digest[EVP_MAX_MD_SIZE];
	char *hex = nx_pool_alloc(pool, 2 * SHA1_BYTES + 1);

	if (len <= 0)
		return NULL;
	EVP_Digest(bytes, (size_t)len, digest, NULL, EVP_sha1(), NULL);
	nx_hex_encode(hex, digest, SHA1_BYTES);
	return hex;
}

/* The hashes of the pictures, one on each line. NULL and a refusal. */
static char *read_hashes(struct nx_event *ev)
{
	const struct nx_xml *photo = nx_xml_child(ev->payload, NX_NS_VCARD, "PHOTO");
	char *hashes = nx_pool_strdup(ev->pool, "");

	for (size_t i = 0; photo; photo = nx_xml_next(photo, NX_NS_VCARD, "PHOTO"), i++) {
		const char *text = nx_xml_child_content(photo, NX_NS_VCARD, "BINVAL");
		const char *hash = text ? hash_photo(ev->pool, text) : NULL;

		if (i == MAX_PHOTOS) {
			nx_event_refuse(ev, NX_E_POLICY_VIOLATION, "A room has one picture, in at most %d formats", MAX_PHOTOS);
			return NULL;
		}
		if (text && *text && !hash) {
			nx_event_refuse(ev, NX_E_BAD_REQUEST, "The picture is not in base64");
			return NULL;
		}
		if (hash)
			hashes = nx_pool_printf(ev->pool, "%s%s%s", hashes, *hashes ? "\n" : "", hash);
	}
	return hashes;
}

static enum nx_verdict check_set(struct nx_event *ev, const struct nx_room *room)
{
	if (!nx_room_exists(room))
		return nx_event_refuse(ev, NX_E_ITEM_NOT_FOUND, "There is no such room");
	if (nx_rooms(ev->server)->affiliation_of(room, &ev->from) != NX_AFF_OWNER)
		return nx_event_refuse(ev, NX_E_FORBIDDEN, "Only owners of the room give it a picture");
	if (!room->config->is_persistent)
		return nx_event_refuse(ev, NX_E_SERVICE_UNAVAILABLE, "Only a room that stays has a picture; make it persistent");
	return NX_PASS;
}

static enum nx_verdict was_set(struct nx_module *mod, struct nx_event *ev)
{
	const struct nx_rooms_service *rooms = nx_rooms(ev->server);
	struct nx_room *room = rooms->visited(ev);

	set_hashes(mod, room, rooms->kept(ev));
	nx_event_answer(ev, NULL);
	rooms->tell_changed(ev, room);
	return NX_DONE;
}

static enum nx_verdict set(struct nx_module *mod, struct nx_event *ev, struct nx_room *room)
{
	const struct nx_rooms_service *rooms = nx_rooms(ev->server);
	const char *text = nx_xml_to_string(ev->pool, ev->payload);
	int64_t max_bytes = nx_conf_int(ev->server->conf, NULL, "muc_vcard_max");
	enum nx_verdict verdict = check_set(ev, room);
	char *hashes;

	if (verdict == NX_PASS && (int64_t)strlen(text) > max_bytes)
		verdict = nx_event_refuse(ev, NX_E_POLICY_VIOLATION, "The vCard of a room may have %lld kB here; take a smaller picture",
					  (long long)(max_bytes / 1024));
	if (verdict != NX_PASS)
		return verdict;
	if (!(hashes = read_hashes(ev)))
		return NX_REFUSE;
	struct nx_job *job = rooms->job(room);

	if (nx_xml_first_element(ev->payload))
		nx_job_add(job, mod->statements, SET, "ssss", room->component->name, room->local, hashes, text);
	else    /* section 3.2, last example */
		nx_job_add(job, mod->statements, REMOVE, "ss", room->component->name, room->local);
	rooms->keep(ev, hashes);
	return rooms->commit(mod, ev, room, &job, was_set);
}

/* ---- telling of it ---- */

/* Section 3.3 */
static void on_info(struct nx_module *mod, struct nx_event *ev, struct nx_room *room, const char *node, struct nx_xml *query,
		    struct nx_xml *form)
{
	const struct avatar *avatar = nx_slot_get(&room->slots, mod);
	struct nx_xml *field;

	(void)ev;
	if (node || !room->config->is_persistent)
		return;
	nx_disco_add_feature(query, NX_NS_VCARD);
	if (!avatar || !avatar->hashes)
		return;
	char **hashes = nx_str_split(query->pool, avatar->hashes, '\n');

	/* COMPAT: Gajim 1.7 knows only the field that Prosody had before there was a XEP. */
	nx_form_value(nx_form_add(form, NX_FIELD_TEXT_SINGLE, "{http://modules.prosody.im/mod_vcard_muc}avatar#sha1", NULL), hashes[0]);
	field = nx_form_add(form, NX_FIELD_TEXT_MULTI, "muc#roominfo_avatarhash", "Avatar hash");
	for (char **hash = hashes; *hash; hash++)
		nx_form_value(field, *hash);
}

/* Section 3.1 */
static void on_component_info(struct nx_module *mod, struct nx_component *component, const char *node, struct nx_xml *query)
{
	(void)mod;
	if (nx_component_has_rooms(component) && !node)
		nx_disco_add_feature(query, NX_NS_VCARD);
}

/* ---- the module ---- */

static enum nx_verdict on_get(struct nx_module *mod, struct nx_event *ev)
{
	return nx_rooms(ev->server)->visit(mod, ev, NX_AFTER_ALL, get);
}

static enum nx_verdict on_set(struct nx_module *mod, struct nx_event *ev)
{
	return nx_rooms(ev->server)->visit(mod, ev, NX_AFTER_ALL, set);
}

static const struct nx_iq_rule avatar_iq[] = {
	{ NX_GET, NX_NS_VCARD, "vCard", NX_TO_COMPONENT_LOCAL, on_get },
	{ NX_SET, NX_NS_VCARD, "vCard", NX_TO_COMPONENT_LOCAL, on_set },
	{ 0 }
};

static const struct nx_hook avatar_hooks[] = {
	NX_COLLECT(room_loading, on_loading),
	NX_ON(room_configured, on_configured),
	NX_COLLECT(room_info, on_info),
	NX_COLLECT(component_info, on_component_info),
	NX_HOOKS_END
};

NX_MODULE(muc_avatar) = {
	NX_MODULE_HEAD(muc_avatar),
	.summary = "Pictures of rooms", .xeps = "0054, 0486", .needs = NX_LIST("muc"),
	.options = avatar_options, .iq = avatar_iq, .hooks = avatar_hooks, .statements = avatar_statements,
};
