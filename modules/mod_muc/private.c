/* What one occupant says to or asks another one through the room (XEP-0045 sections 7.5, 17.4; self-ping: XEP-0410). Neither learns the
 * other's real address.
 *
 * A question goes to one client of the asked occupant, and its answer comes back addressed to the asker's nickname, which several
 * clients may share: the id of the question says which of them asked, "NUMBER/ID". */
#include "mod_muc/muc.h"

#include <stdlib.h>
#include <string.h>

/* ---- messages ---- */

static bool may_send(const struct nx_room *room, const struct nx_occupant *occupant)
{
	switch ((enum nx_allow_pm)room->config->allow_pm) {
	case NX_PM_ANYONE:
		return true;
	case NX_PM_PARTICIPANTS:
		return occupant->role >= NX_ROLE_PARTICIPANT;
	case NX_PM_MODERATORS:
		return occupant->role >= NX_ROLE_MODERATOR;
	case NX_PM_NOBODY:
		return false;
	}
	return false;
}

static enum nx_verdict check_sender(struct nx_event *ev, const struct nx_room_client *sender, const struct nx_occupant *to)
{
	if (!sender)
		return nx_event_refuse(ev, NX_E_NOT_ACCEPTABLE, "You are not in this room");
	if (!to)
		return nx_event_refuse(ev, NX_E_ITEM_NOT_FOUND, "Nobody in this room is called %s", nx_jid_resource(&ev->to));
	return NX_PASS;
}

enum nx_verdict muc_private_message(struct nx_module *mod, struct nx_event *ev, struct nx_room *room)
{
	struct nx_room_client *sender = muc_client_find(room, &ev->from);
	struct nx_occupant *to = muc_occupant_find(room, nx_jid_resource(&ev->to));

	(void)mod;
	if (ev->type == NX_TYPE_ERROR && muc_is_dead(ev))
		return muc_leave(ev, room);
	if (!nx_room_exists(room))
		return nx_event_refuse(ev, NX_E_ITEM_NOT_FOUND, "There is no such room");
	enum nx_verdict verdict = check_sender(ev, sender, to);

	if (verdict != NX_PASS)
		return verdict;
	if (ev->type == NX_TYPE_GROUPCHAT)
		return nx_event_refuse(ev, NX_E_BAD_REQUEST, "What is said to one occupant is not of the type groupchat");
	if (!may_send(room, sender->occupant))
		return nx_event_refuse(ev, NX_E_FORBIDDEN, "You may not send private messages in this room");
	struct nx_xml *message = muc_reflection(ev, sender->occupant, nx_xml_attr(ev->stanza, "type"));

	nx_xml_add(message, NX_NS_MUC_USER, "x");
	muc_send_to_occupant(ev, to, message);
	return NX_DONE;
}

/* ---- questions ---- */

/* XEP-0410 section 3: the room answers for a client that asks whether it is still there. */
static bool is_self_ping(const struct nx_event *ev, const struct nx_room_client *sender, const struct nx_occupant *to)
{
	return sender->occupant == to && ev->payload && nx_xml_is(ev->payload, NX_NS_PING, "ping");
}

static void pass_on(struct nx_event *ev, const struct nx_occupant *from, const struct nx_room_client *to, const char *id)
{
	struct nx_xml *iq = nx_xml_dup(ev->pool, ev->stanza);

	nx_xml_set(iq, "from", from->jid.full);
	nx_xml_set(iq, "id", id);
	muc_send_to_client(ev, to, iq);
}

static enum nx_verdict ask(struct nx_event *ev, const struct nx_room_client *sender, const struct nx_occupant *to)
{
	const struct nx_room_client *asked = NX_LIST_FIRST(&to->clients, struct nx_room_client, in_occupant);

	pass_on(ev, sender->occupant, asked, nx_pool_printf(ev->pool, "%llu/%s", (unsigned long long)sender->number,
							    nx_xml_attr(ev->stanza, "id")));
	return NX_DONE;
}

/* To the client that asked, if it is still there. */
static enum nx_verdict answer(struct nx_event *ev, const struct nx_room_client *sender, const struct nx_occupant *to)
{
	const char *id = nx_xml_attr(ev->stanza, "id");
	struct nx_room_client *asker;
	char *end;
	unsigned long long number = strtoull(id, &end, 10);

	if (*end != '/')
		return NX_DONE;
	NX_LIST_EACH(&to->clients, struct nx_room_client, in_occupant, asker) {
		if (asker->number == number)
			pass_on(ev, sender->occupant, asker, end + 1);
	}
	return NX_DONE;
}

enum nx_verdict muc_private_iq(struct nx_module *mod, struct nx_event *ev, struct nx_room *room)
{
	struct nx_room_client *sender = muc_client_find(room, &ev->from);
	struct nx_occupant *to = muc_occupant_find(room, nx_jid_resource(&ev->to));
	bool is_question = ev->type == NX_TYPE_GET || ev->type == NX_TYPE_SET;

	(void)mod;
	if (!is_question)
		return sender && to ? answer(ev, sender, to) : NX_DONE;
	/* 6.6 */
	if (!sender && nx_xml_is(ev->payload, NX_NS_DISCO_INFO, "query"))
		return nx_event_refuse(ev, NX_E_BAD_REQUEST, "You are not in this room");
	enum nx_verdict verdict = check_sender(ev, sender, to);

	if (verdict == NX_PASS)
		NX_ASK(ev->server, &verdict, room_question, ev, sender, to);
	if (verdict != NX_PASS)
		return verdict;
	return is_self_ping(ev, sender, to) ? nx_event_answer(ev, NULL) : ask(ev, sender, to);
}
