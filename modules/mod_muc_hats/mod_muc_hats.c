/* mod_muc_hats: names for what people are in a room besides roles and affiliations, such as "Teacher" (XEP-0317). Admins of the room make
 * hats and give them to people, by the ad-hoc commands in commands.c; everybody sees them in presence. */
#include "mod_muc_hats/hats.h"

#include <openssl/evp.h>
#include <string.h>

#include "base/buf.h"
#include "xmpp/dataform.h"

#define SHA1_BYTES 20

static const struct nx_room_field hats_fields[] = {
	{ .var = "muc#roomconfig_enable_hats", .kind = NX_ROOM_FIELD_BOOL, .usual = "1", .label = "People may wear hats" },
	{ 0 }
};

static void on_fields(struct nx_module *mod, struct nx_room_fields *fields)
{
	(void)mod;
	nx_room_fields_add(fields, hats_fields);
}

bool hats_are_worn(const struct nx_room *room)
{
	return nx_room_exists(room) && nx_room_setting(room->config, &hats_fields[0]).is_on;
}

static bool wears_any(const struct hats *hats, const struct nx_jid *bare)
{
	const struct hat *hat;

	NX_LIST_EACH(&hats->list, struct hat, link, hat) {
		if (hats_wears(hat, bare))
			return true;
	}
	return false;
}

/* Taken off, and put on again: those that there are stay. */
static void on_configured(struct nx_module *mod, struct nx_event *ev, struct nx_room *room, const struct nx_room_config *before)
{
	const struct hats *hats = nx_slot_get(&room->slots, mod);
	struct nx_occupant *occupant;

	if (!hats || nx_room_setting(before, &hats_fields[0]).is_on == hats_are_worn(room))
		return;
	NX_LIST_EACH(&room->occupants, struct nx_occupant, in_room, occupant) {
		if (wears_any(hats, &occupant->real))
			nx_rooms(ev->server)->show_again(ev, occupant);
	}
}

/* Section 3.1. What a client has put in is forged. */
static void on_presence(struct nx_module *mod, const struct nx_occupant *occupant, struct nx_xml *presence)
{
	const struct hats *hats = nx_slot_get(&occupant->room->slots, mod);
	struct nx_xml *worn = nx_xml_child(presence, NS_HATS, NULL);
	const struct hat *hat;

	for (; worn; worn = nx_xml_child(presence, NS_HATS, NULL))
		nx_xml_remove(worn);
	if (!hats || !hats_are_worn(occupant->room))
		return;
	NX_LIST_EACH(&hats->list, struct hat, link, hat) {
		if (!hats_wears(hat, &occupant->real))
			continue;
		if (!worn)
			worn = nx_xml_add(presence, NS_HATS, "hats");
		struct nx_xml *el = nx_xml_add(worn, NULL, "hat");

		nx_xml_set(el, "uri", hat->uri);
		nx_xml_set(el, "title", hat->title);
		nx_xml_set(el, "hue", hat->hue);
	}
}

/* Section 2: another one when any hat is another one. */
static const char *hash(struct nx_pool *pool, const struct hats *hats)
{
	unsigned char digest[EVP_MAX_MD_SIZE];
	char *hex = nx_pool_alloc(pool, 2 * SHA1_BYTES + 1);
	struct nx_buf text = {0};
	const struct hat *hat;

	NX_LIST_EACH(&hats->list, struct hat, link, hat)
		nx_buf_printf(&text, "%s\n%s\n%s\n", hat->uri, hat->title, hat->hue ? hat->hue : "");
	EVP_Digest(nx_buf_str(&text), text.len, digest, NULL, EVP_sha1(), NULL);
	nx_buf_done(&text);
	nx_hex_encode(hex, digest, SHA1_BYTES);
	return hex;
}

static void on_info(struct nx_module *mod, struct nx_event *ev, struct nx_room *room, const char *node, struct nx_xml *query,
		    struct nx_xml *form)
{
	const struct hats *hats = nx_slot_get(&room->slots, mod);

	(void)ev;
	if (!hats_are_worn(room))
		return;
	if (node) {
		hats_describe_command(node, query);
		return;
	}
	nx_disco_add_feature(query, NS_HATS);
	nx_disco_add_feature(query, NS_COMMANDS);
	if (hats && hats->count > 0)
		nx_form_value(nx_form_add(form, NX_FIELD_TEXT_SINGLE, "hats#hash", "Hats hash"), hash(query->pool, hats));
}

static void on_items(struct nx_module *mod, struct nx_event *ev, struct nx_room *room, const char *node, struct nx_xml *query)
{
	(void)mod;
	if (nx_str_eq(node, NS_COMMANDS) && hats_are_worn(room))
		hats_list_commands(ev, room, query);
}

static enum nx_verdict on_command(struct nx_module *mod, struct nx_event *ev)
{
	return nx_rooms(ev->server)->visit(mod, ev, NX_AFTER_ALL, hats_command);
}

static const struct nx_iq_rule hats_iq[] = {
	{ NX_SET, NS_COMMANDS, "command", NX_TO_COMPONENT_LOCAL, on_command },
	{ 0 }
};

static const struct nx_hook hats_hooks[] = {
	NX_COLLECT(room_fields, on_fields),
	NX_ON(room_configured, on_configured),
	NX_COLLECT(room_loading, hats_on_loading),
	NX_COLLECT(room_storing, hats_on_storing),
	NX_COLLECT(room_presence, on_presence),
	NX_COLLECT(room_info, on_info),
	NX_COLLECT(room_items, on_items),
	NX_COLLECT(account_deleting, hats_on_account_deleting),
	NX_ON(account_deleted, hats_on_account_deleted),
	NX_HOOKS_END
};

NX_MODULE(muc_hats) = {
	NX_MODULE_HEAD(muc_hats),
	.summary = "Names for what people are in a room", .xeps = "0050, 0317", .needs = NX_LIST("muc"),
	.iq = hats_iq, .hooks = hats_hooks, .statements = hats_statements,
};
