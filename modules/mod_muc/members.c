/* Who has which lasting relation to a room, and the role that comes of it (XEP-0045 section 5). */
#include "mod_muc/muc.h"

#include <string.h>

#include "base/assert.h"
#include "base/map.h"
#include "base/mem.h"

static const char *const affiliation_names[] = {
	[NX_AFF_OUTCAST] = "outcast", [NX_AFF_NONE] = "none", [NX_AFF_MEMBER] = "member",
	[NX_AFF_ADMIN] = "admin", [NX_AFF_OWNER] = "owner",
};

static const char *const role_names[] = {
	[NX_ROLE_NONE] = "none", [NX_ROLE_VISITOR] = "visitor", [NX_ROLE_PARTICIPANT] = "participant", [NX_ROLE_MODERATOR] = "moderator",
};

const char *muc_affiliation_name(enum nx_affiliation affiliation)
{
	return affiliation_names[affiliation];
}

const char *muc_role_name(enum nx_role role)
{
	return role_names[role];
}

/* The place of a word in a list of count, or count. */
static size_t find_word(const char *const *words, size_t count, const char *word)
{
	size_t i = 0;

	while (i < count && !nx_str_eq(words[i], word))
		i++;
	return i;
}

bool muc_affiliation_parse(const char *name, enum nx_affiliation *affiliation_r)
{
	size_t found = find_word(affiliation_names, NX_AFF_OWNER + 1, name);

	if (found > NX_AFF_OWNER)
		return false;
	*affiliation_r = (enum nx_affiliation)found;
	return true;
}

bool muc_role_parse(const char *name, enum nx_role *role_r)
{
	size_t found = find_word(role_names, NX_ROLE_MODERATOR + 1, name);

	if (found > NX_ROLE_MODERATOR)
		return false;
	*role_r = (enum nx_role)found;
	return true;
}

/* ---- the list ---- */

const struct nx_room_member *muc_member_find(const struct nx_room *room, const struct nx_jid *jid)
{
	const struct nx_room_member *member = nx_map_find(room->members, jid->full, jid->bare_len);

	return member ? member : nx_map_find(room->members, nx_jid_domain(jid), nx_jid_domain_len(jid));
}

bool muc_rules_all(const struct nx_room *room, const struct nx_jid *jid)
{
	const struct nx_host *host = room->component->host;
	const struct nx_account *account;

	if (!nx_jid_has_local(jid))     /* nx_event_ask() */
		return nx_jid_eq_bare(jid, &host->jid);
	account = nx_account_find_jid(host->server, jid);
	return account && account->is_admin && account->host == host && nx_conf_bool(host->server->conf, host->name, "muc_admins_own");
}

enum nx_affiliation muc_affiliation_of(const struct nx_room *room, const struct nx_jid *jid)
{
	const struct nx_room_member *member = muc_member_find(room, jid);

	if (muc_rules_all(room, jid))
		return NX_AFF_OWNER;
	return member ? member->affiliation : NX_AFF_NONE;
}

enum nx_affiliation muc_stored_affiliation(const struct nx_room *room, const char *bare)
{
	const struct nx_room_member *member = nx_map_find(room->members, bare, strlen(bare));

	return member ? member->affiliation : NX_AFF_NONE;
}

static char *put(char **at, const char *text)
{
	char *begin = *at;
	size_t size = text ? strlen(text) + 1 : 0;

	if (!text)
		return NULL;
	memcpy(begin, text, size);
	*at += size;
	return begin;
}

static size_t size_of(const char *text)
{
	return text ? strlen(text) + 1 : 0;
}

/* One piece of memory: a room may have ten thousand. */
static struct nx_room_member *member_new(const char *bare, size_t bare_len, enum nx_affiliation affiliation,
					 const char *nick, const char *look, const char *reason)
{
	struct nx_room_member *member = nx_mem_new(sizeof(*member) + bare_len + 1 + size_of(nick) + size_of(look) + size_of(reason));
	char *at = member->jid + bare_len + 1;

	memcpy(member->jid, bare, bare_len);
	member->jid_len = (uint16_t)bare_len;
	member->affiliation = affiliation;
	member->nick = put(&at, nick);
	member->look = put(&at, look);
	member->reason = put(&at, reason);
	return member;
}

/* The first who has reserved it keeps it: rows may be older than today's idea of what looks the same. */
static void take_nick(struct nx_room *room, struct nx_room_member *member)
{
	if (member->nick && !muc_nick_owner(room, member->look))
		nx_map_set(room->reserved, member->look, strlen(member->look), member);
}

static void give_up_nick(struct nx_room *room, const struct nx_room_member *member)
{
	if (member->nick && muc_nick_owner(room, member->look) == member)
		nx_map_remove(room->reserved, member->look, strlen(member->look));
}

void muc_member_set(struct nx_room *room, const char *bare, size_t bare_len, enum nx_affiliation affiliation, const char *nick,
		    const char *reason)
{
	struct nx_pool *pool = nick ? nx_pool_new("nickname", 0) : NULL;
	const char *look = nick ? muc_nick_look(room, pool, nick) : NULL;
	struct nx_room_member *member = affiliation == NX_AFF_NONE ? NULL : member_new(bare, bare_len, affiliation, nick, look, reason);
	struct nx_room_member *former = member ? nx_map_set(room->members, member->jid, bare_len, member)
					   : nx_map_remove(room->members, bare, bare_len);
	enum nx_affiliation before = former ? former->affiliation : NX_AFF_NONE;

	if (former)
		give_up_nick(room, former);
	nx_mem_free(former);
	if (member)
		take_nick(room, member);
	if (pool)
		nx_pool_free(&pool);
	if (room->state != NX_ROOM_LOADING && before != affiliation)
		NX_FIRE(room->muc->mod->server, room_affiliation, room, bare, bare_len, before, affiliation);
}

void muc_affiliate(struct nx_room *room, const char *bare, size_t bare_len, enum nx_affiliation affiliation, const char *nick,
		   const char *reason)
{
	const struct nx_room_member *member = nx_map_find(room->members, bare, bare_len);

	if (affiliation != (member ? member->affiliation : NX_AFF_NONE)) {
		muc_voice_set(room, bare, bare_len, NX_ROLE_NONE);
		muc_request_forget(room, bare, bare_len);
	}
	muc_member_set(room, bare, bare_len, affiliation, nick, reason);
}

void muc_members_clear(struct nx_room *room)
{
	struct nx_map_iter it = {0};
	struct nx_room_member *member;

	while ((member = nx_map_next(room->members, &it))) {
		nx_map_remove(room->members, member->jid, member->jid_len);
		give_up_nick(room, member);
		nx_mem_free(member);
	}
}

unsigned muc_count(const struct nx_room *room, enum nx_affiliation affiliation)
{
	struct nx_map_iter it = {0};
	const struct nx_room_member *member;
	unsigned count = 0;

	while ((member = nx_map_next(room->members, &it)))
		count += member->affiliation == affiliation;
	return count;
}

/* ---- roles ---- */

enum nx_role muc_default_role(const struct nx_room_config *config, enum nx_affiliation affiliation)
{
	/* Who wants more asks for voice (7.13), and keeps it (voices.c). */
	if (config->is_for_announcements && affiliation != NX_AFF_OUTCAST && affiliation < NX_AFF_ADMIN)
		return NX_ROLE_VISITOR;
	switch (affiliation) {
	case NX_AFF_OUTCAST:
		return NX_ROLE_NONE;
	case NX_AFF_NONE:
		return config->is_moderated && !config->has_voice_at_first ? NX_ROLE_VISITOR : NX_ROLE_PARTICIPANT;
	case NX_AFF_MEMBER:
		return NX_ROLE_PARTICIPANT;
	case NX_AFF_ADMIN:
	case NX_AFF_OWNER:
		return NX_ROLE_MODERATOR;
	}
	nx_unreachable();
}
