/* mod_muc_vcard: who asks for the vCard of an occupant through the room gets it (XEP-0045 section 17.4, XEP-0054), so that clients show
 * pictures of people whose addresses they may not know. Clients do not answer such questions themselves: the card is the account's.
 * Where addresses are a secret the card does not tell its owner's either. */
#include "core/module.h"

#include "service/rooms.h"
#include "service/vcard.h"

static void hide_address(struct nx_xml *vcard)
{
	struct nx_xml *el;

	while ((el = nx_xml_child(vcard, NX_NS_VCARD, "JABBERID")))
		nx_xml_remove(el);
}

static enum nx_verdict tell(struct nx_module *mod, struct nx_event *ev, struct nx_xml *vcard)
{
	const struct nx_rooms_service *rooms = nx_rooms(ev->server);
	const struct nx_room *room = rooms->visited(ev);
	const struct nx_room_client *asker = rooms->find_client(room, &ev->from);

	(void)mod;
	/* The room may have been destroyed while the card was read. */
	if (!vcard || !nx_room_exists(room))
		return nx_event_refuse(ev, NX_E_ITEM_NOT_FOUND, "There is no vCard");
	if (!rooms->may_see_jids(room, asker ? asker->occupant : NULL))
		hide_address(vcard);
	return nx_event_answer(ev, vcard);
}

static enum nx_verdict on_question(struct nx_module *mod, struct nx_event *ev, struct nx_room_client *asker, struct nx_occupant *asked)
{
	struct nx_module *vcard_mod;
	const struct nx_vcard_service *vcards = nx_service_find(ev->server, NX_SERVICE_VCARD, &vcard_mod);

	(void)mod;
	(void)asker;
	if (!vcards || !nx_xml_is(ev->payload, NX_NS_VCARD, "vCard"))
		return NX_PASS;
	if (ev->type == NX_TYPE_SET)
		return nx_event_refuse(ev, NX_E_FORBIDDEN, "Your own vCard is set at your own address");
	return vcards->read(vcard_mod, ev, &asked->real, tell);
}

static const struct nx_hook vcard_hooks[] = {
	NX_DECIDE(HANDLE, room_question, on_question),
	NX_HOOKS_END
};

NX_MODULE(muc_vcard) = {
	NX_MODULE_HEAD(muc_vcard),
	.summary = "vCards of occupants", .xeps = "0054", .needs = NX_LIST("muc"), .hooks = vcard_hooks,
};
