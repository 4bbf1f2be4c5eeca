/* Moderators', admins' and owners' changes of roles and affiliations, and the lists of who has which (XEP-0045 sections 8.2 to 8.5, 9.1 to
 * 9.8, 10.3 to 10.8, 17.4 rules 4 to 6). A request may have many items: all are checked before the first takes effect. */
#include "mod_muc/muc.h"

#include <string.h>

#include "base/map.h"

#define MAX_ITEMS 500
#define MAX_REASON 500

/* One checked item. */
struct change {
	bool is_role;
	enum nx_role role;
	enum nx_affiliation affiliation;
	const char *jid;                /* bare; for a role of the occupant's user */
	const char *nick;               /* of the occupant; or the one to be reserved, NULL: none */
	const char *reason;             /* NULL */
	enum nx_role voice;             /* of a role: what is remembered (voices.c) */
};

struct changes {
	struct change *list;
	size_t count;
	const char *actor;              /* nickname; NULL: not in the room */
	unsigned owners, admins, all;   /* affiliations when all is done */
};

/* ---- who asks ---- */

static enum nx_role role_of(const struct nx_room *room, const struct nx_jid *who)
{
	const struct nx_room_client *client = muc_client_find(room, who);

	return client ? client->occupant->role : NX_ROLE_NONE;
}

/* ---- checking: roles ---- */

static enum nx_verdict check_role(struct nx_event *ev, const struct nx_room *room, const struct nx_occupant *target, enum nx_role role)
{
	enum nx_affiliation own = muc_affiliation_of(room, &ev->from);

	if (role_of(room, &ev->from) != NX_ROLE_MODERATOR && own < NX_AFF_ADMIN)
		return nx_event_refuse(ev, NX_E_FORBIDDEN, "Only moderators may do that");
	if (target->affiliation > own)  /* 8.2, 8.4, 9.7 */
		return nx_event_refuse(ev, NX_E_NOT_ALLOWED, "%s has a higher affiliation than you", target->nick);
	if (role == NX_ROLE_NONE)
		return NX_PASS;
	if (role == NX_ROLE_MODERATOR || target->role == NX_ROLE_MODERATOR) {
		if (own < NX_AFF_ADMIN) /* 9.6, 9.7 */
			return nx_event_refuse(ev, NX_E_FORBIDDEN, "Only admins and owners make or unmake moderators");
	}
	if (role < target->role && target->affiliation >= NX_AFF_ADMIN)
		return nx_event_refuse(ev, NX_E_NOT_ALLOWED, "An admin or owner keeps the role of a moderator");
	/* 8.4: "at or above the moderator's level" */
	if (role == NX_ROLE_VISITOR && target->affiliation == own && own > NX_AFF_NONE)
		return nx_event_refuse(ev, NX_E_NOT_ALLOWED, "%s has the same affiliation as you", target->nick);
	return NX_PASS;
}

static enum nx_verdict read_role(struct nx_event *ev, const struct nx_room *room, const struct nx_xml *item, struct change *change)
{
	const struct nx_occupant *target = muc_occupant_find(room, nx_xml_attr(item, "nick"));

	if (!nx_xml_attr(item, "nick") || !muc_role_parse(nx_xml_attr(item, "role"), &change->role))
		return nx_event_refuse(ev, NX_E_BAD_REQUEST, "A change of roles names a nickname and a role");
	if (!target)
		return nx_event_refuse(ev, NX_E_ITEM_NOT_FOUND, "Nobody in this room is called %s", nx_xml_attr(item, "nick"));
	change->is_role = true;
	change->nick = nx_pool_strdup(ev->pool, target->nick);
	change->jid = nx_pool_strdup(ev->pool, target->real.full);
	change->voice = muc_voice_after(target, change->role);
	return check_role(ev, room, target, change->role);
}

/* ---- checking: affiliations ---- */

enum nx_verdict muc_check_size(struct nx_event *ev, const struct nx_room_config *config, size_t affiliations)
{
	/* One user may have many temporary rooms. */
	const char *option = config->is_persistent ? "muc_affiliations_max" : "muc_temporary_affiliations_max";
	int64_t max = nx_conf_int(ev->server->conf, ev->component->host->name, option);

	if (affiliations > (size_t)max)
		return nx_event_refuse(ev, NX_E_RESOURCE_CONSTRAINT, "A room keeps the affiliations of at most %lld people", (long long)max);
	return NX_PASS;
}

static enum nx_verdict check_room_for(struct nx_event *ev, const struct changes *changes, enum nx_affiliation before,
				      enum nx_affiliation after)
{
	if (after >= NX_AFF_ADMIN && (changes->owners > NX_ROOM_MAX_RULERS || changes->admins > NX_ROOM_MAX_RULERS))
		return nx_event_refuse(ev, NX_E_RESOURCE_CONSTRAINT, "A room has at most %d admins and as many owners",
				       NX_ROOM_MAX_RULERS);
	return before == NX_AFF_NONE ? muc_check_size(ev, muc_visited(ev)->config, changes->all) : NX_PASS;
}

/* What becomes of somebody must not depend on the order of items. */
static bool is_named_twice(const struct changes *changes, const struct change *change)
{
	for (const struct change *other = changes->list; other < change; other++) {
		if (!other->is_role && nx_str_eq(other->jid, change->jid))
			return true;
	}
	return false;
}

static enum nx_verdict check_affiliation(struct nx_event *ev, struct changes *changes, enum nx_affiliation own,
					 enum nx_affiliation before, enum nx_affiliation after, bool is_self)
{
	if (own < NX_AFF_ADMIN)
		return nx_event_refuse(ev, NX_E_FORBIDDEN, "Only admins and owners may do that");
	if (is_self && after == NX_AFF_OUTCAST) /* 9.1 */
		return nx_event_refuse(ev, NX_E_CONFLICT, "You cannot ban yourself");
	if (before > own || (before == NX_AFF_ADMIN && own == NX_AFF_ADMIN && after == NX_AFF_OUTCAST)) /* 5.2.2, 9.1 */
		return nx_event_refuse(ev, NX_E_NOT_ALLOWED, "An owner of the room has to do that");
	if (own < NX_AFF_OWNER && (after >= NX_AFF_ADMIN || (before >= NX_AFF_ADMIN && !is_self))) /* 10.3 to 10.8 */
		return nx_event_refuse(ev, NX_E_FORBIDDEN, "Only owners make or unmake admins and owners");
	changes->owners += (after == NX_AFF_OWNER) - (before == NX_AFF_OWNER);
	changes->admins += (after == NX_AFF_ADMIN) - (before == NX_AFF_ADMIN);
	changes->all += (after != NX_AFF_NONE) - (before != NX_AFF_NONE);
	if (before == NX_AFF_OWNER && changes->owners == 0)     /* 10.4 */
		return nx_event_refuse(ev, NX_E_CONFLICT, "A room needs an owner");
	return check_room_for(ev, changes, before, after);
}

/* A nickname goes with the row (9.3), unless somebody else has it. */
static const char *reserve(struct nx_event *ev, const struct nx_room *room, const struct nx_room_member *member,
			   const char *jid, const char *nick)
{
	const char *prepared = nick && *nick ? nx_jid_prep_resource(ev->pool, nick, NULL) : NULL;
	const struct nx_room_member *owner = prepared ? muc_nick_owner(room, muc_nick_look(room, ev->pool, prepared)) : NULL;

	if (prepared && (!owner || nx_str_eq(owner->jid, jid)))
		return prepared;
	if (nick && !*nick)     /* 9.5: it is given back */
		return NULL;
	return member && member->nick ? nx_pool_strdup(ev->pool, member->nick) : NULL;
}

/* COMPAT: some clients name the occupant instead of the address. */
static int find_address(struct nx_event *ev, const struct nx_room *room, const struct nx_xml *item, struct nx_jid *jid_r)
{
	const char *jid = nx_xml_attr(item, "jid");
	const struct nx_occupant *occupant = muc_occupant_find(room, nx_xml_attr(item, "nick"));

	if (jid)
		return nx_jid_parse(ev->pool, jid, jid_r, NULL);
	if (!occupant)
		return -1;
	*jid_r = nx_jid_dup(ev->pool, &occupant->real);
	return 0;
}

static enum nx_verdict read_affiliation(struct nx_event *ev, const struct nx_room *room, const struct nx_xml *item,
					struct changes *changes, struct change *change)
{
	struct nx_jid jid;

	if (!muc_affiliation_parse(nx_xml_attr(item, "affiliation"), &change->affiliation) || find_address(ev, room, item, &jid) < 0)
		return nx_event_refuse(ev, NX_E_BAD_REQUEST, "A change of affiliations names an address and an affiliation");
	if (!nx_jid_has_local(&jid) && change->affiliation > NX_AFF_NONE)
		return nx_event_refuse(ev, NX_E_BAD_REQUEST, "Only a ban can be for a whole domain");
	change->jid = nx_jid_bare_str(ev->pool, &jid);
	if (is_named_twice(changes, change))
		return nx_event_refuse(ev, NX_E_BAD_REQUEST, "A request names %s more than once", change->jid);
	const struct nx_room_member *member = nx_map_find(room->members, change->jid, strlen(change->jid));

	if (change->affiliation == NX_AFF_OUTCAST && muc_rules_all(room, &jid))
		return nx_event_refuse(ev, NX_E_NOT_ALLOWED, "%s runs this server and cannot be banned", change->jid);
	if (change->affiliation > NX_AFF_NONE)
		change->nick = reserve(ev, room, member, change->jid, nx_xml_attr(item, "nick"));
	return check_affiliation(ev, changes, muc_affiliation_of(room, &ev->from), member ? member->affiliation : NX_AFF_NONE,
				 change->affiliation, nx_jid_eq_bare(&jid, &ev->from));
}

static enum nx_verdict read_item(struct nx_event *ev, const struct nx_room *room, const struct nx_xml *item, struct changes *changes)
{
	struct change *change = &changes->list[changes->count++];
	const char *reason = nx_xml_child_content(item, NX_NS_MUC_ADMIN, "reason");

	if (reason && *reason && strlen(reason) <= MAX_REASON)
		change->reason = reason;
	if (nx_xml_attr(item, "role") && nx_xml_attr(item, "affiliation"))      /* 17.4 rule 4 */
		return nx_event_refuse(ev, NX_E_BAD_REQUEST, "An item changes a role or an affiliation, not both");
	if (nx_xml_attr(item, "role"))
		return read_role(ev, room, item, change);
	return read_affiliation(ev, room, item, changes, change);
}

static enum nx_verdict read_changes(struct nx_event *ev, const struct nx_room *room, struct changes *changes)
{
	const struct nx_room_client *client = muc_client_find(room, &ev->from);
	const struct nx_xml *item;
	size_t count = 0;

	for (item = nx_xml_child(ev->payload, NX_NS_MUC_ADMIN, "item"); item; item = nx_xml_next(item, NX_NS_MUC_ADMIN, "item"))
		count++;
	if (count == 0 || count > MAX_ITEMS)
		return nx_event_refuse(ev, NX_E_BAD_REQUEST, "A request has from 1 to %d items", MAX_ITEMS);
	changes->list = NX_NEW_ARRAY(ev->pool, struct change, count);
	changes->actor = client ? nx_pool_strdup(ev->pool, client->occupant->nick) : NULL;
	changes->owners = muc_count(room, NX_AFF_OWNER);
	changes->admins = muc_count(room, NX_AFF_ADMIN);
	changes->all = (unsigned)nx_map_count(room->members);
	for (item = nx_xml_child(ev->payload, NX_NS_MUC_ADMIN, "item"); item; item = nx_xml_next(item, NX_NS_MUC_ADMIN, "item")) {
		enum nx_verdict verdict = read_item(ev, room, item, changes);

		if (verdict != NX_PASS)
			return verdict;
	}
	return NX_PASS;
}

/* ---- doing ---- */

static void show_change(struct nx_event *ev, struct nx_occupant *occupant, const struct muc_news *news)
{
	muc_show_to_all(ev, NX_LIST_FIRST(&occupant->clients, struct nx_room_client, in_occupant), news);
}

void muc_adjust(struct nx_event *ev, struct nx_occupant *occupant, const char *reason, const char *actor)
{
	const struct nx_room *room = occupant->room;
	struct muc_news news = { .reason = reason, .actor = actor };
	enum nx_affiliation before = occupant->affiliation;
	enum nx_role usual;

	occupant->affiliation = muc_affiliation_of(room, &occupant->real);
	news.is_affiliation = occupant->affiliation != before;
	if (occupant->affiliation == NX_AFF_OUTCAST) {
		news.is_gone = true;
		news.codes[0] = 301;            /* 9.1 */
	} else if (room->config->is_members_only && occupant->affiliation < NX_AFF_MEMBER) {
		news.is_gone = true;
		news.codes[0] = before < NX_AFF_MEMBER ? 322 : 321;     /* 10.2, 9.4 */
	} else if (news.is_affiliation) {
		usual = muc_entry_role(room, &occupant->real, occupant->affiliation);
		/* 5.1.3: what is gained is stable, what was had as an admin is lost with it. */
		if (usual > occupant->role || before >= NX_AFF_ADMIN)
			occupant->role = usual;
	} else {
		return;
	}
	if (news.is_affiliation && !muc_is_shown(occupant))
		muc_tell_followers(ev, occupant->room, occupant->real.full, occupant->affiliation);
	if (news.is_gone)
		muc_expel(ev, occupant, &news);
	else
		show_change(ev, occupant, &news);
}

bool muc_adjust_user(struct nx_event *ev, struct nx_room *room, const char *jid)
{
	struct nx_occupant *occupant;
	bool is_here = false;

	NX_LIST_EACH(&room->occupants, struct nx_occupant, in_room, occupant) {
		if (nx_str_eq(occupant->real.full, jid)) {
			is_here = true;
			muc_adjust(ev, occupant, NULL, NULL);
		}
	}
	return is_here;
}

void muc_adjust_role(struct nx_event *ev, struct nx_occupant *occupant)
{
	enum nx_role usual = muc_entry_role(occupant->room, &occupant->real, occupant->affiliation);
	const struct muc_news nothing_else = { .actor = NULL };

	if (occupant->role == usual)
		return;
	occupant->role = usual;
	show_change(ev, occupant, &nothing_else);
}

static void change_role(struct nx_event *ev, struct nx_room *room, const struct change *change, const char *actor)
{
	struct nx_occupant *occupant = muc_occupant_find(room, change->nick);
	struct muc_news news = { .reason = change->reason, .actor = actor };

	muc_voice_set(room, change->jid, strlen(change->jid), change->voice);
	if (!occupant || occupant->role == change->role)
		return;
	if (change->role == NX_ROLE_NONE) {
		news.is_gone = true;
		news.codes[0] = 307;            /* 8.2 */
		muc_expel(ev, occupant, &news);
		return;
	}
	occupant->role = change->role;
	show_change(ev, occupant, &news);
}

static bool concerns(const struct change *change, const struct nx_occupant *occupant)
{
	/* A ban of a domain has no localpart. */
	return nx_str_eq(change->jid, occupant->real.full) || nx_str_eq(change->jid, nx_jid_domain(&occupant->real));
}

static void change_affiliation(struct nx_event *ev, struct nx_room *room, const struct change *change, const char *actor)
{
	const struct nx_room_member *member = nx_map_find(room->members, change->jid, strlen(change->jid));
	enum nx_affiliation before = member ? member->affiliation : NX_AFF_NONE;
	struct nx_occupant *occupant;
	bool is_here = false;

	muc_affiliate(room, change->jid, strlen(change->jid), change->affiliation, change->nick, change->reason);
	NX_LIST_EACH(&room->occupants, struct nx_occupant, in_room, occupant) {
		if (concerns(change, occupant)) {
			is_here = true;
			muc_adjust(ev, occupant, change->reason, actor);
		}
	}
	if (!is_here && nx_room_exists(room))
		muc_tell_of_absent(ev, room, change->jid, before, change->reason);
}

static enum nx_verdict changed(struct nx_module *mod, struct nx_event *ev)
{
	struct nx_room *room = muc_visited(ev);
	const struct changes *changes = muc_visit_kept(ev);

	(void)mod;
	nx_event_answer(ev, NULL);
	for (size_t i = 0; i < changes->count && nx_room_exists(room); i++) {
		if (changes->list[i].is_role)
			change_role(ev, room, &changes->list[i], changes->actor);
		else
			change_affiliation(ev, room, &changes->list[i], changes->actor);
	}
	return NX_DONE;
}

/* False: nothing changes on the disk. */
static bool store_change(struct nx_job *job, const struct nx_room *room, const struct change *change)
{
	if (change->is_role && change->voice == muc_voice_of(room, change->jid, strlen(change->jid)))
		return false;
	if (change->is_role)
		muc_store_voice(job, room, change->jid, change->voice);
	else
		muc_store_affiliation(job, room, change->jid, change->affiliation, change->nick, change->reason);
	return true;
}

static enum nx_verdict store_changes(struct nx_event *ev, struct nx_room *room, struct changes *changes)
{
	struct nx_job *job = muc_job_new(room);
	bool has_rows = false;

	for (size_t i = 0; job && i < changes->count; i++) {
		const struct change *change = &changes->list[i];

		has_rows |= store_change(job, room, change);
	}
	if (!has_rows)
		nx_job_free(&job);
	muc_visit_keep(ev, changes);
	return muc_commit(ev, room, &job, changed);
}

/* Who owns a stored room more. */
static const char *const *new_owners(struct nx_event *ev, const struct nx_room *room, const struct changes *changes)
{
	const char **owners = NX_NEW_ARRAY(ev->pool, const char *, changes->count + 1);
	size_t count = 0;

	for (size_t i = 0; room->config->is_persistent && i < changes->count; i++) {
		const struct change *change = &changes->list[i];
		const struct nx_room_member *member = nx_map_find(room->members, change->jid, strlen(change->jid));

		if (!change->is_role && change->affiliation == NX_AFF_OWNER && (!member || member->affiliation != NX_AFF_OWNER))
			owners[count++] = change->jid;
	}
	return owners;
}

static enum nx_verdict read_request(struct nx_event *ev, const struct nx_room *room, struct changes *changes)
{
	if (!nx_room_exists(room))
		return nx_event_refuse(ev, NX_E_ITEM_NOT_FOUND, "There is no such room");
	return read_changes(ev, room, changes);
}

static enum nx_verdict change_anew(struct nx_module *mod, struct nx_event *ev, struct nx_room *room)
{
	struct changes *changes = NX_NEW(ev->pool, struct changes);
	enum nx_verdict verdict = read_request(ev, room, changes);

	(void)mod;
	return verdict == NX_PASS ? store_changes(ev, room, changes) : verdict;
}

enum nx_verdict muc_admin_set(struct nx_module *mod, struct nx_event *ev, struct nx_room *room)
{
	struct changes *changes = NX_NEW(ev->pool, struct changes);
	enum nx_verdict verdict = read_request(ev, room, changes);
	const char *const *owners;

	(void)mod;
	if (verdict != NX_PASS)
		return verdict;
	owners = new_owners(ev, room, changes);
	return *owners ? muc_check_owners(ev, owners, NX_E_RESOURCE_CONSTRAINT, change_anew) : store_changes(ev, room, changes);
}

/* ---- lists ---- */

bool muc_may_list(const struct nx_room *room, const struct nx_jid *who, enum nx_affiliation wanted)
{
	enum nx_affiliation own = muc_affiliation_of(room, who);

	if (own == NX_AFF_OWNER || (own == NX_AFF_ADMIN && wanted < NX_AFF_ADMIN))
		return true;
	/* 5.2.1, 9.5, 10.5: others only where addresses are no secret; never who is banned. */
	if (room->config->whois != NX_WHOIS_ANYONE || wanted == NX_AFF_OUTCAST)
		return own == NX_AFF_ADMIN && wanted >= NX_AFF_ADMIN;
	return own >= NX_AFF_MEMBER || (room->config->list_roles & NX_ROLE_BIT(role_of(room, who)));
}

static enum nx_verdict list_affiliation(struct nx_event *ev, const struct nx_room *room, enum nx_affiliation wanted)
{
	struct nx_xml *query = nx_xml_new(ev->pool, NX_NS_MUC_ADMIN, "query");
	struct nx_map_iter it = {0};
	const struct nx_room_member *member;

	if (!muc_may_list(room, &ev->from, wanted))
		return nx_event_refuse(ev, NX_E_FORBIDDEN, "This list is not for you");
	while ((member = nx_map_next(room->members, &it))) {
		if (member->affiliation != wanted)
			continue;
		struct nx_xml *item = nx_xml_add(query, NULL, "item");

		nx_xml_set(item, "affiliation", muc_affiliation_name(wanted));
		nx_xml_set(item, "jid", member->jid);
		nx_xml_set(item, "nick", member->nick);
		nx_xml_add_text(item, "reason", member->reason);
	}
	return nx_event_answer(ev, query);
}

/* 8.5, 9.8 */
static enum nx_verdict list_role(struct nx_event *ev, const struct nx_room *room, enum nx_role wanted)
{
	struct nx_xml *query = nx_xml_new(ev->pool, NX_NS_MUC_ADMIN, "query");
	const struct nx_occupant *occupant;

	if (role_of(room, &ev->from) != NX_ROLE_MODERATOR && muc_affiliation_of(room, &ev->from) < NX_AFF_ADMIN)
		return nx_event_refuse(ev, NX_E_FORBIDDEN, "This list is for moderators");
	NX_LIST_EACH(&room->occupants, struct nx_occupant, in_room, occupant) {
		if (occupant->role != wanted)
			continue;
		struct nx_xml *item = nx_xml_add(query, NULL, "item");

		nx_xml_set(item, "affiliation", muc_affiliation_name(occupant->affiliation));
		nx_xml_set(item, "jid", NX_LIST_FIRST(&occupant->clients, struct nx_room_client, in_occupant)->jid.full);
		nx_xml_set(item, "nick", occupant->nick);
		nx_xml_set(item, "role", muc_role_name(wanted));
	}
	return nx_event_answer(ev, query);
}

enum nx_verdict muc_admin_get(struct nx_module *mod, struct nx_event *ev, struct nx_room *room)
{
	const struct nx_xml *item = nx_xml_child(ev->payload, NX_NS_MUC_ADMIN, "item");
	enum nx_affiliation affiliation;
	enum nx_role role;

	(void)mod;
	if (!nx_room_exists(room))
		return nx_event_refuse(ev, NX_E_ITEM_NOT_FOUND, "There is no such room");
	if (item && muc_affiliation_parse(nx_xml_attr(item, "affiliation"), &affiliation))
		return list_affiliation(ev, room, affiliation);
	if (item && muc_role_parse(nx_xml_attr(item, "role"), &role))
		return list_role(ev, room, role);
	return nx_event_refuse(ev, NX_E_BAD_REQUEST, "A list is of one role or one affiliation");
}
