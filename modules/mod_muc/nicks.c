/* Nicknames: who may have one (XEP-0045 sections 7.2.8, 7.10, 14.6, 17.1). Nobody takes one that looks like another person's: neither one that
 * is in use, nor one that is reserved. Looks are kept with the nicknames, so finding out costs the same in a room of ten thousand. */
#include "mod_muc/muc.h"

#include <string.h>

#include "base/map.h"
#include "xmpp/look.h"

/* A space more or less is no difference to see (14.6, 7). */
static void drop_spaces(char *text)
{
	char *to = text;

	for (const char *from = text; *from; from++) {
		if (*from != ' ')
			*to++ = *from;
	}
	*to = '\0';
}

const char *muc_nick_look(const struct nx_room *room, struct nx_pool *pool, const char *nick)
{
	char *look = nx_look_of(room->muc->looks, pool, nick);

	/* Where it cannot be told, the letters are what counts. */
	if (!look)
		return nx_pool_strdup(pool, nick);
	drop_spaces(look);
	return look;
}

const struct nx_room_member *muc_nick_owner(const struct nx_room *room, const char *look)
{
	return nx_map_find(room->reserved, look, strlen(look));
}

static enum nx_verdict check_text(struct nx_event *ev, const struct nx_room *room, const char *nick, const char *look)
{
	int64_t max = nx_conf_int(ev->server->conf, room->component->host->name, "muc_nick_max");

	if (!*look)     /* 17.1 */
		return nx_event_refuse(ev, NX_E_NOT_ACCEPTABLE, "A nickname has to be visible");
	if (nx_utf8_count(nick) > (size_t)max)
		return nx_event_refuse(ev, NX_E_NOT_ACCEPTABLE, "A nickname has at most %lld characters", (long long)max);
	return NX_PASS;
}

enum nx_verdict muc_check_nick(struct nx_event *ev, const struct nx_room *room, const char *nick)
{
	const char *look = muc_nick_look(room, ev->pool, nick);
	const struct nx_occupant *holder = nx_map_find(room->by_look, look, strlen(look));
	const struct nx_room_member *owner = muc_nick_owner(room, look);
	bool is_own = owner && owner->jid_len == ev->from.bare_len && memcmp(owner->jid, ev->from.full, owner->jid_len) == 0;
	enum nx_verdict verdict = check_text(ev, room, nick, look);

	if (verdict != NX_PASS)
		return verdict;
	if (holder && !nx_jid_eq_bare(&holder->real, &ev->from))
		return nx_event_refuse(ev, NX_E_CONFLICT, nx_str_eq(holder->nick, nick) ? "Somebody else is called %s in this room"
							  : "Somebody in this room is called %s, which looks the same", holder->nick);
	if (owner && !is_own)
		return nx_event_refuse(ev, NX_E_CONFLICT, "Somebody else has reserved the nickname %s", owner->nick);
	return NX_PASS;
}
