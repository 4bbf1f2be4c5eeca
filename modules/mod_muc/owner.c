/* What owners do: configure the room, first of all a new one, and destroy it (XEP-0045 sections 10.1 to 10.2, 10.9).
 *
 * A submitted form becomes a new configuration and, from the lists of admins and owners in it, changes of affiliations; both are
 * checked, stored, and only then in force. */
#include "mod_muc/muc.h"

#include <string.h>

#include "base/clock.h"
#include "base/map.h"

#define ADMINS "muc#roomconfig_roomadmins"
#define OWNERS "muc#roomconfig_roomowners"
#define FORM_WITHIN_MS 60000

static enum nx_verdict check_owner(struct nx_event *ev, const struct nx_room *room)
{
	if (!nx_room_exists(room))
		return nx_event_refuse(ev, NX_E_ITEM_NOT_FOUND, "There is no such room");
	if (muc_affiliation_of(room, &ev->from) != NX_AFF_OWNER)
		return nx_event_refuse(ev, NX_E_FORBIDDEN, "Only owners of the room may do that");
	return NX_PASS;
}

/* ---- the form ---- */

static void add_people(struct nx_xml *form, const struct nx_room *room, const char *var, const char *label,
		       enum nx_affiliation affiliation)
{
	struct nx_xml *field = nx_form_add(form, NX_FIELD_JID_MULTI, var, label);
	struct nx_map_iter it = {0};
	const struct nx_room_member *member;

	while ((member = nx_map_next(room->members, &it))) {
		if (member->affiliation == affiliation)
			nx_form_value(field, member->jid);
	}
}

enum nx_verdict muc_owner_get(struct nx_module *mod, struct nx_event *ev, struct nx_room *room)
{
	enum nx_verdict verdict = check_owner(ev, room);

	(void)mod;
	if (verdict != NX_PASS)
		return verdict;
	struct nx_xml *query = nx_xml_new(ev->pool, NX_NS_MUC_OWNER, "query"), *form = muc_config_form(ev->pool, room);

	/* An administrator who looks is not its maker. */
	room->is_form_asked |= !ev->answered;
	add_people(form, room, ADMINS, "Admins", NX_AFF_ADMIN);
	add_people(form, room, OWNERS, "Owners", NX_AFF_OWNER);
	nx_xml_append(query, form);
	return nx_event_answer(ev, query);
}

/* COMPAT: Dino 0.4 makes a room and never says more about it. */
void muc_room_accept_defaults(struct nx_room *room)
{
	int64_t age_ms = nx_clock_wall_ms(room->muc->mod->server->clock) - room->created_at_ms;

	if (room->state == NX_ROOM_LOCKED && !room->is_form_asked && age_ms >= FORM_WITHIN_MS)
		room->state = NX_ROOM_OPEN;
}

/* ---- what is submitted ---- */

struct person {
	const char *jid;
	const char *nick;               /* reserved; NULL: none */
	enum nx_affiliation affiliation;
};

struct submission {
	struct nx_room_config *config;
	struct person *people;          /* whose affiliation changes */
	size_t count;
};

static void free_config(void *arg)
{
	muc_config_free(arg);
}

static bool is_listed(const char *const *list, const char *jid)
{
	while (*list && !nx_str_eq(*list, jid))
		list++;
	return *list != NULL;
}

/* The addresses normalised; NULL and a refusal. */
static const char *const *read_addresses(struct nx_event *ev, const char *const *values)
{
	const char **list = NX_NEW_ARRAY(ev->pool, const char *, NX_ROOM_MAX_RULERS + 1);

	for (size_t i = 0; values[i]; i++) {
		struct nx_jid jid;

		if (i == NX_ROOM_MAX_RULERS || nx_jid_parse(ev->pool, values[i], &jid, NULL) < 0 || !nx_jid_has_local(&jid)) {
			nx_event_refuse(ev, NX_E_NOT_ACCEPTABLE, "A list of admins or owners has a line that is no address, or too many");
			return NULL;
		}
		list[i] = nx_jid_bare_str(ev->pool, &jid);
	}
	return list;
}

static const char *reserved_nick(const struct nx_room *room, struct nx_pool *pool, const char *jid)
{
	const struct nx_room_member *member = nx_map_find(room->members, jid, strlen(jid));

	return member && member->nick ? nx_pool_strdup(pool, member->nick) : NULL;
}

/* The last word counts: who is in both lists is an owner, because that list is read last. */
static void add_person(struct nx_pool *pool, const struct nx_room *room, struct submission *sub, const char *jid,
		        enum nx_affiliation affiliation)
{
	size_t i = 0;

	while (i < sub->count && !nx_str_eq(sub->people[i].jid, jid))
		i++;
	sub->people[i] = (struct person){ .jid = jid, .nick = reserved_nick(room, pool, jid), .affiliation = affiliation };
	sub->count += i == sub->count;
}

/* The field is the whole list (10.5, note): who is not in it has lost that affiliation, and has the next one (10.2). */
static int read_people(struct nx_event *ev, const struct nx_room *room, const struct nx_form *form, const char *var,
		       enum nx_affiliation affiliation, struct submission *sub)
{
	const char *const *values = nx_form_values(form, var), *const *list;
	struct nx_map_iter it = {0};
	const struct nx_room_member *member;

	if (!values)
		return 0;
	if (!(list = read_addresses(ev, values)))
		return -1;
	while ((member = nx_map_next(room->members, &it))) {
		if (member->affiliation == affiliation && !is_listed(list, member->jid))
			add_person(ev->pool, room, sub, nx_pool_strdup(ev->pool, member->jid), affiliation - 1);
	}
	for (; *list; list++) {
		member = nx_map_find(room->members, *list, strlen(*list));
		if (!member || member->affiliation != affiliation)
			add_person(ev->pool, room, sub, *list, affiliation);
	}
	return 0;
}

/* 10.2: not the last one. A room whose owners' accounts are gone has none to begin with. */
static bool leaves_an_owner(const struct nx_room *room, const struct submission *sub)
{
	unsigned before = muc_count(room, NX_AFF_OWNER), owners = before;

	for (size_t i = 0; i < sub->count; i++) {
		const struct nx_room_member *member = nx_map_find(room->members, sub->people[i].jid, strlen(sub->people[i].jid));

		owners += sub->people[i].affiliation == NX_AFF_OWNER;
		owners -= member && member->affiliation == NX_AFF_OWNER && sub->people[i].affiliation != NX_AFF_OWNER;
	}
	return owners > 0 || before == 0;
}

/* Who loses a place in these lists stays in the room's own, so it grows by forms too; and a temporary room keeps fewer than one that stays. */
static enum nx_verdict check_size(struct nx_event *ev, const struct nx_room *room, const struct submission *sub)
{
	size_t before = nx_map_count(room->members), after = before;
	bool is_temporary_now = room->config->is_persistent && !sub->config->is_persistent;

	for (size_t i = 0; i < sub->count; i++)
		after += nx_map_find(room->members, sub->people[i].jid, strlen(sub->people[i].jid)) == NULL;
	return after > before || is_temporary_now ? muc_check_size(ev, sub->config, after) : NX_PASS;
}

static enum nx_verdict read_submission(struct nx_event *ev, const struct nx_room *room, const struct nx_form *form,
				       struct submission *sub)
{
	sub->config = muc_config_dup(room->config);
	nx_pool_on_free(ev->pool, free_config, &sub->config);
	sub->people = NX_NEW_ARRAY(ev->pool, struct person,
				   2 * NX_ROOM_MAX_RULERS + muc_count(room, NX_AFF_ADMIN) +
					   muc_count(room, NX_AFF_OWNER) + 1);
	if (muc_config_read(sub->config, form, &ev->error) < 0)
		return NX_REFUSE;
	if (read_people(ev, room, form, ADMINS, NX_AFF_ADMIN, sub) < 0 || read_people(ev, room, form, OWNERS, NX_AFF_OWNER, sub) < 0)
		return NX_REFUSE;
	if (!leaves_an_owner(room, sub))
		return nx_event_refuse(ev, NX_E_CONFLICT, "A room needs an owner");
	return check_size(ev, room, sub);
}

/* ---- in force ---- */

static void add_notice(struct nx_xml *x, bool before, bool after, int on, int off, bool *is_said)
{
	if (before == after)
		return;
	muc_add_status(x, after ? on : off);
	*is_said = true;
}

/* 10.2.1 */
static void notify(struct nx_event *ev, struct nx_room *room, const struct nx_room_config *before)
{
	struct nx_xml *message = muc_message_from(ev->pool, &room->jid, "groupchat"), *x = nx_xml_add(message, NX_NS_MUC_USER, "x");
	bool is_said = false;

	add_notice(x, before->is_logged, room->config->is_logged, 170, 171, &is_said);
	add_notice(x, before->whois == NX_WHOIS_ANYONE, room->config->whois == NX_WHOIS_ANYONE, 172, 173, &is_said);
	if (!is_said)
		muc_add_status(x, 104);
	muc_send_to_all(ev, room, message);
}

/* One after the other: each change is shown before the next one. */
static void set_person(struct nx_event *ev, struct nx_room *room, const struct person *person)
{
	const struct nx_room_member *member = nx_map_find(room->members, person->jid, strlen(person->jid));
	enum nx_affiliation before = member ? member->affiliation : NX_AFF_NONE;

	muc_affiliate(room, person->jid, strlen(person->jid), person->affiliation, person->nick, NULL);
	if (!muc_adjust_user(ev, room, person->jid))
		muc_tell_of_absent(ev, room, person->jid, before, NULL);
}

/* Who may not stay goes, who has another affiliation is shown with it. */
static void adjust_all(struct nx_event *ev, struct nx_room *room, const struct nx_room_config *before)
{
	struct nx_occupant *occupant;

	NX_LIST_EACH(&room->occupants, struct nx_occupant, in_room, occupant)
		muc_adjust(ev, occupant, NULL, NULL);
	/* Those who are left: the room may be moderated now, or not any more. */
	NX_LIST_EACH(&room->occupants, struct nx_occupant, in_room, occupant) {
		if (occupant->role == muc_default_role(before, occupant->affiliation))
			muc_adjust_role(ev, occupant);
	}
}

static enum nx_verdict configured(struct nx_module *mod, struct nx_event *ev)
{
	struct nx_room *room = muc_visited(ev);
	struct submission *sub = muc_visit_kept(ev);
	struct nx_room_config *before = room->config;
	bool was_locked = room->state == NX_ROOM_LOCKED;

	(void)mod;
	room->config = sub->config;
	sub->config = before;           /* goes with the event */
	room->state = NX_ROOM_OPEN;
	nx_event_answer(ev, NULL);
	NX_FIRE(ev->server, room_configured, ev, room, before);
	if (!was_locked)
		notify(ev, room, before);
	for (size_t i = 0; i < sub->count && nx_room_exists(room); i++)
		set_person(ev, room, &sub->people[i]);
	if (nx_room_exists(room))
		adjust_all(ev, room, before);
	if (nx_room_exists(room))
		muc_close_if_empty(room);
	return NX_DONE;
}

/* The rows as they shall be: all, the changed ones, none any more, or still none (NULL). */
static struct nx_job *make_job(struct nx_room *room, const struct submission *sub)
{
	struct nx_job *job = room->config->is_persistent || sub->config->is_persistent ? nx_job_new(room->muc->mod->server->store) : NULL;

	if (!job)
		return NULL;
	if (!sub->config->is_persistent) {
		muc_store_removal(job, room);
		return job;
	}
	if (room->config->is_persistent)
		muc_store_config(job, room, sub->config);
	else
		muc_store_room(job, room, sub->config);
	for (size_t i = 0; i < sub->count; i++)
		muc_store_affiliation(job, room, sub->people[i].jid, sub->people[i].affiliation, sub->people[i].nick, NULL);
	return job;
}

static enum nx_verdict store_submission(struct nx_event *ev, struct nx_room *room, struct submission *sub)
{
	struct nx_job *job = make_job(room, sub);

	muc_visit_keep(ev, sub);
	return muc_commit(ev, room, &job, configured);
}

static bool is_changed(const struct submission *sub, const char *jid)
{
	size_t i = 0;

	while (i < sub->count && !nx_str_eq(sub->people[i].jid, jid))
		i++;
	return i < sub->count;
}

/* Who owns a stored room more when the form is in force: all owners, or the new ones when it is stored already. */
static const char *const *count_owners(struct nx_event *ev, const struct nx_room *room, const struct submission *sub)
{
	const char **owners = NX_NEW_ARRAY(ev->pool, const char *, sub->count + muc_count(room, NX_AFF_OWNER) + 1);
	struct nx_map_iter it = {0};
	const struct nx_room_member *member;
	size_t count = 0;

	if (!sub->config->is_persistent)
		return owners;
	for (size_t i = 0; i < sub->count; i++) {
		if (sub->people[i].affiliation == NX_AFF_OWNER)
			owners[count++] = sub->people[i].jid;
	}
	while (!room->config->is_persistent && (member = nx_map_next(room->members, &it))) {
		if (member->affiliation == NX_AFF_OWNER && !is_changed(sub, member->jid))
			owners[count++] = nx_pool_strdup(ev->pool, member->jid);
	}
	return owners;
}

static enum nx_verdict read_form(struct nx_event *ev, struct nx_room *room, struct submission *sub)
{
	struct nx_form form;
	enum nx_verdict verdict;

	if (nx_form_read(ev->pool, nx_xml_child(ev->payload, NX_NS_DATA_FORM, "x"), &form, &ev->error) < 0)
		return NX_REFUSE;
	verdict = read_submission(ev, room, &form, sub);
	if (verdict == NX_PASS)
		NX_ASK(ev->server, &verdict, room_configuring, ev, room, sub->config);
	return verdict;
}

static enum nx_verdict submit(struct nx_module *mod, struct nx_event *ev, struct nx_room *room)
{
	struct submission *sub = NX_NEW(ev->pool, struct submission);
	enum nx_verdict verdict = check_owner(ev, room);

	(void)mod;
	if (verdict == NX_PASS)
		verdict = read_form(ev, room, sub);
	return verdict == NX_PASS ? store_submission(ev, room, sub) : verdict;
}

static enum nx_verdict check_and_submit(struct nx_event *ev, struct nx_room *room)
{
	struct submission *sub = NX_NEW(ev->pool, struct submission);
	enum nx_verdict verdict = read_form(ev, room, sub);
	const char *const *owners;

	if (verdict != NX_PASS)
		return verdict;
	owners = count_owners(ev, room, sub);
	return *owners ? muc_check_owners(ev, owners, NX_E_NOT_ACCEPTABLE, submit) : store_submission(ev, room, sub);
}

/* ---- destroying ---- */

static enum nx_verdict destroyed(struct nx_module *mod, struct nx_event *ev)
{
	(void)mod;
	muc_empty(ev, muc_visited(ev), muc_visit_kept(ev));
	return nx_event_answer(ev, NULL);
}

static enum nx_verdict destroy(struct nx_event *ev, struct nx_room *room, const struct nx_xml *request)
{
	struct nx_xml *said = nx_xml_new(ev->pool, NX_NS_MUC_USER, "destroy");
	struct nx_job *job = muc_job_new(room);

	nx_xml_set(said, "jid", request ? nx_xml_attr(request, "jid") : NULL);
	if (request) {
		nx_xml_add_text(said, "password", nx_xml_child_content(request, NX_NS_MUC_OWNER, "password"));
		nx_xml_add_text(said, "reason", nx_xml_child_content(request, NX_NS_MUC_OWNER, "reason"));
	}
	if (job)
		muc_store_removal(job, room);
	muc_visit_keep(ev, said);
	return muc_commit(ev, room, &job, destroyed);
}

/* ---- the request ---- */

static enum nx_verdict take_form(struct nx_event *ev, struct nx_room *room, const struct nx_xml *x)
{
	struct nx_form form;

	if (nx_form_read(ev->pool, x, &form, &ev->error) < 0)
		return NX_REFUSE;
	/* 10.1.1 step 6: who cancels the first one does not want the room; a later one is left as it is. */
	if (form.type == NX_FORM_CANCEL)
		return room->state == NX_ROOM_LOCKED ? destroy(ev, room, NULL) : nx_event_answer(ev, NULL);
	if (form.type != NX_FORM_SUBMIT)
		return nx_event_refuse(ev, NX_E_BAD_REQUEST, "The form has to be of type submit or cancel");
	return check_and_submit(ev, room);
}

/* An administrator makes a room without entering it: the server's own form makes it. One that is refused leaves none, for
 * nobody is in it. */
static bool makes_room(const struct nx_event *ev, const struct nx_room *room, const struct nx_xml *x)
{
	return room->state == NX_ROOM_ABSENT && ev->answered && x;
}

enum nx_verdict muc_owner_set(struct nx_module *mod, struct nx_event *ev, struct nx_room *room)
{
	const struct nx_xml *x = nx_xml_child(ev->payload, NX_NS_DATA_FORM, "x");
	const struct nx_xml *request = nx_xml_child(ev->payload, NX_NS_MUC_OWNER, "destroy");
	enum nx_verdict verdict;

	(void)mod;
	if (makes_room(ev, room, x))
		muc_room_make(room);
	verdict = check_owner(ev, room);
	if (verdict != NX_PASS)
		return verdict;
	if (request)
		return destroy(ev, room, request);
	if (x)
		return take_form(ev, room, x);
	return nx_event_refuse(ev, NX_E_BAD_REQUEST, "Owners send a form, or ask to destroy the room");
}
